package org.protocolgate.study;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.audit.Happened;
import org.protocolgate.intake.SentFact;
import org.protocolgate.participant.Entry;
import org.protocolgate.protocol.ServedRules;

/** How a fact that was sent becomes one that is kept, signed where it has to be. */
@Singleton
final class FactEntry {

    private static final String INVESTIGATOR = "INVESTIGATOR";

    private final AuditLog audit;
    private final ServedRules rules;

    FactEntry(AuditLog audit, ServedRules rules) {
        this.audit = audit;
        this.rules = rules;
    }

    /** The zone of the study site. */
    ZoneId zone() {
        return rules.zone();
    }

    /** The signature under facts, or null where none of them needs one. */
    @Nullable
    UUID signature(List<SentFact> facts, Actor actor, Signing signing, String digest) {
        List<String> signed = facts.stream()
                .filter(SentFact::isSigned)
                .map(SentFact::type)
                .distinct()
                .toList();
        return signed.isEmpty() ? null : signature(String.join(", ", signed), actor, signing, digest);
    }

    /**
     * The signature under something that has to have one.
     *
     * @throws UnsignedException where it has none
     */
    static UUID signature(String what, Actor actor, Signing signing, String digest) {
        if (!actor.role().equals(INVESTIGATOR)) {
            throw new UnsignedException(what + ": only an investigator records and signs this");
        }
        UUID signature = signing.under(digest);
        if (signature == null) {
            throw new UnsignedException(what + ": needs a signature; POST /api/signatures gives one for " + digest
                    + ", sent as X-Signature");
        }
        return signature;
    }

    /** A fact that is kept, as it was sent. */
    SentFact sent(KeptFact fact) {
        return new SentFact(
                SentFact.kept(fact.body(), new Entry(fact.id().toString(), 0, null), zone()),
                fact.type(),
                fact.kind(),
                fact.ref(),
                fact.body());
    }

    KeptFact kept(String code, SentFact fact, Chain chain, long seq, @Nullable UUID signature, Actor actor) {
        return new KeptFact(
                audit.newId(chain),
                code,
                seq,
                fact.ref(),
                fact.type(),
                fact.kind(),
                fact.body(),
                Digest.of(fact.body()),
                fact.isSigned() ? signature : null,
                chain.at(),
                actor.name());
    }

    static Happened recorded(KeptFact fact) {
        return Happened.of(Action.FACT_RECORDED)
                .to(fact.participant())
                .about(fact.id())
                .with("type", fact.type())
                .with("kind", fact.kind())
                .with("digest", fact.digest())
                .with(
                        "signature",
                        fact.signature() == null ? null : fact.signature().toString());
    }
}
