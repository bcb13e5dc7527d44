package org.protocolgate.web;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;
import org.protocolgate.study.Signing;
import org.protocolgate.user.Signatures;

/** The signature that came with a request, in the header X-Signature. */
@Singleton
final class SentSignature {

    private final Signatures signatures;

    SentSignature(Signatures signatures) {
        this.signatures = signatures;
    }

    Signing of(@Nullable String token, Actor actor) {
        return digest ->
                token == null ? null : signatures.use(token, actor, digest).id();
    }
}
