package org.protocolgate.study;

import jakarta.inject.Singleton;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;

/** Records and corrects several facts of one participant together: all or nothing, and what follows from it follows once. */
@Singleton
public final class Together {

    private final Writing writing;
    private final Knowledge knowledge;
    private final FactEntry entries;
    private final Facts facts;
    private final Corrections corrections;
    private final AuditLog audit;

    Together(
            Writing writing,
            Knowledge knowledge,
            FactEntry entries,
            Facts facts,
            Corrections corrections,
            AuditLog audit) {
        this.writing = writing;
        this.knowledge = knowledge;
        this.entries = entries;
        this.facts = facts;
        this.corrections = corrections;
        this.audit = audit;
    }

    /** What is written. */
    public interface Work<T> {
        /** Records by the pen, or by nothing: then nothing is recorded and nothing follows. */
        T of(Pen pen);
    }

    /**
     * Writes of a participant in one transaction.
     *
     * @throws NotThereException where nobody is enrolled under the code
     * @throws ConflictException where the code is voided
     * @throws UnsignedException where a fact needs the signature of an investigator
     */
    public <T> T write(String code, Actor actor, Work<T> work) {
        return writing.of(code, held -> {
            Enrolled enrolled = knowledge.enrolledRightly(code);
            Pen pen = new Pen(enrolled, held.chain(), actor, entries, audit);
            T result = work.of(pen);
            pen.save(facts, corrections);
            if (pen.changes()) {
                writing.follow(held, code, pen.concernsOthers(), actor);
            }
            return result;
        });
    }
}
