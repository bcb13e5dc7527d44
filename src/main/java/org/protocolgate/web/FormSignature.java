package org.protocolgate.web;

import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.Digest;
import org.protocolgate.study.Signing;
import org.protocolgate.user.Signatures;

/** A signature by the password that was typed into the form of what is signed. */
@Singleton
final class FormSignature {

    private final Signatures signatures;

    FormSignature(Signatures signatures) {
        this.signatures = signatures;
    }

    /**
     * Signs a content beforehand; where nothing is typed there is no signature.
     *
     * @param signed the bytes that are signed, as they are recorded
     * @param form with the password; who logged in elsewhere has none, and a fresh login stands for it
     */
    Signing under(byte[] signed, Map<String, String> form, String meaning, Actor actor, Authentication who) {
        String password = form.getOrDefault("password", "");
        boolean elsewhere = who.getAttributes().get(OpenIdTokens.LOGGED_IN) instanceof Long;
        if (password.isEmpty() && !elsewhere) {
            return digest -> null;
        }
        String token = token(Digest.of(signed), password, meaning, actor, who);
        return digest -> signatures.use(token, actor, digest).id();
    }

    private String token(String digest, String password, String meaning, Actor actor, Authentication who) {
        if (who.getAttributes().get(OpenIdTokens.LOGGED_IN) instanceof Long seconds) {
            return signatures
                    .sign(actor, Instant.ofEpochSecond(seconds), meaning, digest)
                    .value();
        }
        return signatures.sign(actor, password, meaning, digest).value();
    }
}
