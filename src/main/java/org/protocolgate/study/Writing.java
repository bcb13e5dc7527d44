package org.protocolgate.study;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.protocol.Rulebook;
import org.protocolgate.protocol.ServedRules;

/**
 * Writes to the study what may change the answers of others: one writer at a time in a study, so that what one of them finds
 * about the others stays true until it is recorded. Who writes holds the rules first, the chain of the levels next, and only
 * then chains of participants; who only decides holds one chain of a participant. So nobody waits in a circle.
 */
@Singleton
final class Writing {

    private final TransactionOperations<Connection> transactions;
    private final Knowledge knowledge;
    private final StudyMarks marks;
    private final AuditLog audit;
    private final ServedRules rules;
    private final List<Consequence> consequences;

    Writing(
            TransactionOperations<Connection> transactions,
            Knowledge knowledge,
            StudyMarks marks,
            AuditLog audit,
            ServedRules rules,
            List<Consequence> consequences) {
        this.transactions = transactions;
        this.knowledge = knowledge;
        this.marks = marks;
        this.audit = audit;
        this.rules = rules;
        this.consequences = List.copyOf(consequences);
    }

    /** What is written of a participant. */
    interface Work<T> {
        T of(Held held);
    }

    /**
     * What is held while something is written.
     *
     * @param levels the chain of the study's levels
     * @param chain the chain of what is written of
     */
    record Held(String study, Chain levels, Chain chain, Rulebook rulebook) {}

    /**
     * Writes of a participant.
     *
     * @throws NotThereException where nobody is enrolled under the code
     */
    <T> T of(String code, Work<T> work) {
        return in(() -> knowledge.enrolled(code).study(), Chain.ofParticipant(code), work);
    }

    /** Writes of somebody who may not be enrolled yet. */
    <T> T of(String study, String code, Work<T> work) {
        return in(() -> study, Chain.ofParticipant(code), work);
    }

    /** Writes of the levels of a study. */
    <T> T ofLevels(String study, Work<T> work) {
        return in(() -> study, Chain.ofLevels(study), work);
    }

    private <T> T in(Supplier<String> study, String chain, Work<T> work) {
        return rules.ask(rulebook -> transactions.executeWrite(status -> {
            String held = study.get();
            Chain levels = audit.hold(Chain.ofLevels(held));
            UUID mark = UUID.randomUUID();
            if (marks.move(held, mark) == 0) {
                marks.begin(held, mark);
            }
            return work.of(new Held(held, levels, chain.equals(levels.name()) ? levels : audit.hold(chain), rulebook));
        }));
    }

    /** Lets follow what follows from what was recorded; the last thing that is done in its transaction. */
    void follow(Held held, @Nullable String participant, boolean ofCohort, Actor actor) {
        Change change = new Change(held.study(), participant, held.chain().last(), ofCohort, actor);
        consequences.forEach(consequence -> consequence.of(change, held.rulebook()));
    }

    /** Lets follow what follows from nothing but the time or the rules. */
    void follow(String study, Actor actor) {
        ofLevels(study, held -> {
            follow(held, null, true, actor);
            return study;
        });
    }
}
