package org.protocolgate.study;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.audit.Happened;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.SentCorrection;
import org.protocolgate.intake.SentFact;

/** Corrections: a fact is replaced or withdrawn with a reason, and stays in history. */
@Singleton
public final class CorrectionBook {

    private final TransactionOperations<Connection> transactions;
    private final Writing writing;
    private final Facts facts;
    private final Corrections corrections;
    private final Knowledge knowledge;
    private final FactEntry entries;
    private final AuditLog audit;

    CorrectionBook(
            TransactionOperations<Connection> transactions,
            Writing writing,
            Facts facts,
            Corrections corrections,
            Knowledge knowledge,
            FactEntry entries,
            AuditLog audit) {
        this.transactions = transactions;
        this.writing = writing;
        this.facts = facts;
        this.corrections = corrections;
        this.knowledge = knowledge;
        this.entries = entries;
        this.audit = audit;
    }

    /**
     * Corrects a fact.
     *
     * @throws RefusedException naming every fault in what was sent
     * @throws NotThereException where there is no such fact
     * @throws ConflictException where it was corrected before: then its replacement is what can be corrected
     * @throws UnsignedException where the old or the new fact needs a signature that did not come with it
     */
    public CorrectionView correct(UUID id, byte[] sent, Actor actor, Signing signing) throws RefusedException {
        SentCorrection read = SentCorrection.read(sent, entries.zone());
        KeptFact fact = transactions.executeRead(
                status -> facts.findById(id).orElseThrow(() -> new NotThereException("no fact " + id)));
        return writing.of(fact.participant(), held -> {
            Chain chain = held.chain();
            knowledge.enrolledRightly(fact.participant());
            corrections.findByFact(id).ifPresent(before -> {
                throw new ConflictException("fact " + id + " was corrected before, by " + before.id());
            });
            UUID signature = signature(fact, read, actor, signing, Digest.of(sent));
            List<Happened> happened = new ArrayList<>();
            KeptFact replacement = null;
            if (read.replacement() != null) {
                replacement =
                        entries.kept(fact.participant(), read.replacement(), chain, chain.next(), signature, actor);
                facts.saveAll(List.of(replacement));
                happened.add(FactEntry.recorded(replacement));
            }
            Correction correction = new Correction(
                    audit.newId(chain),
                    id,
                    replacement == null ? null : replacement.id(),
                    fact.participant(),
                    chain.next() + happened.size(),
                    read.reason(),
                    signature,
                    chain.at(),
                    actor.name());
            corrections.save(correction);
            happened.add(told(correction));
            audit.add(chain, actor, happened);
            writing.follow(held, fact.participant(), concernsOthers(fact, read), actor);
            return CorrectionView.of(correction);
        });
    }

    private boolean concernsOthers(KeptFact fact, SentCorrection read) {
        return entries.sent(fact).concernsOthers()
                || read.replacement() != null && read.replacement().concernsOthers();
    }

    private @Nullable UUID signature(KeptFact fact, SentCorrection read, Actor actor, Signing signing, String digest) {
        List<SentFact> both = new ArrayList<>(List.of(entries.sent(fact)));
        if (read.replacement() != null) {
            both.add(read.replacement());
        }
        return entries.signature(both, actor, signing, digest);
    }

    private static Happened told(Correction correction) {
        Action action = correction.replacement() == null ? Action.FACT_WITHDRAWN : Action.FACT_CORRECTED;
        return Happened.of(action)
                .to(correction.participant())
                .about(correction.fact())
                .with("correction", correction.id().toString())
                .with("replacement", text(correction.replacement()))
                .with("reason", Digest.of(correction.reason()))
                .with("signature", text(correction.signature()));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
