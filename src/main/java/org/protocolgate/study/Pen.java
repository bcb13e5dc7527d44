package org.protocolgate.study;

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
import org.protocolgate.intake.SentFact;

/** Notes what is to be recorded of a participant; it is written when all of it is noted. */
public final class Pen {

    private final Enrolled enrolled;
    private final Chain chain;
    private final Actor actor;
    private final FactEntry entries;
    private final AuditLog audit;
    private final List<KeptFact> kept = new ArrayList<>();
    private final List<Correction> corrected = new ArrayList<>();
    private final List<Happened> happened = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private boolean ofOthers;

    Pen(Enrolled enrolled, Chain chain, Actor actor, FactEntry entries, AuditLog audit) {
        this.enrolled = enrolled;
        this.chain = chain;
        this.actor = actor;
        this.entries = entries;
        this.audit = audit;
    }

    /** The registry identifier of the participant's study. */
    public String study() {
        return enrolled.study();
    }

    /**
     * Records a fact.
     *
     * @return its identifier
     * @throws UnsignedException where it is one that an investigator has to sign
     */
    public UUID record(SentFact fact) {
        if (fact.isSigned()) {
            throw new UnsignedException(fact.type() + ": an investigator records and signs this, one by one");
        }
        KeptFact one = entries.kept(enrolled.code(), fact, chain, next(), null, actor);
        kept.add(one);
        happened.add(FactEntry.recorded(one));
        ofOthers |= fact.concernsOthers();
        return one.id();
    }

    /**
     * Records a fact in place of another, which stays in history.
     *
     * @param old a fact that counts and that nobody signed
     * @return the identifier of the new one
     */
    public UUID correct(UUID old, SentFact replacement, String reason) {
        UUID id = record(replacement);
        correct(old, id, reason);
        return id;
    }

    /**
     * Withdraws a fact.
     *
     * @param old a fact that counts and that nobody signed
     */
    public void withdraw(UUID old, String reason) {
        correct(old, (UUID) null, reason);
    }

    /** Has an entry of what is written made after the entries of the facts. */
    public void tell(Happened more) {
        happened.add(more);
    }

    /** Does something within the same transaction, once the facts are written. */
    public void afterwards(Runnable work) {
        afterwards.add(work);
    }

    private void correct(UUID old, @Nullable UUID replacement, String reason) {
        Correction correction = new Correction(
                audit.newId(chain), old, replacement, enrolled.code(), next(), reason, null, chain.at(), actor.name());
        corrected.add(correction);
        happened.add(Happened.of(replacement == null ? Action.FACT_WITHDRAWN : Action.FACT_CORRECTED)
                .to(enrolled.code())
                .about(old)
                .with("correction", correction.id().toString())
                .with("replacement", replacement == null ? null : replacement.toString())
                .with("reason", Digest.of(reason)));
    }

    private long next() {
        return chain.next() + happened.size();
    }

    boolean changes() {
        return !kept.isEmpty() || !corrected.isEmpty();
    }

    boolean concernsOthers() {
        return ofOthers;
    }

    void save(Facts facts, Corrections corrections) {
        List<UUID> gone = corrected.stream().map(Correction::fact).toList();
        for (UUID old : gone) {
            SentFact fact = entries.sent(facts.findById(old).orElseThrow());
            if (fact.isSigned()) {
                throw new UnsignedException(fact.type() + ": an investigator corrects and signs this, one by one");
            }
            ofOthers |= fact.concernsOthers();
        }
        if (!kept.isEmpty()) {
            facts.saveAll(kept);
        }
        if (!corrected.isEmpty()) {
            corrections.saveAll(corrected);
        }
        if (!happened.isEmpty()) {
            audit.add(chain, actor, happened);
        }
        afterwards.forEach(Runnable::run);
    }
}
