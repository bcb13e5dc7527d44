package org.protocolgate.study;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.audit.Happened;

/** Opens up stored decisions, for those who review one or take it away on paper. */
@Singleton
public final class Dockets {

    private final TransactionOperations<Connection> transactions;
    private final Decisions decisions;
    private final Answers answers;
    private final Knowledge knowledge;
    private final AuditLog audit;

    Dockets(
            TransactionOperations<Connection> transactions,
            Decisions decisions,
            Answers answers,
            Knowledge knowledge,
            AuditLog audit) {
        this.transactions = transactions;
        this.decisions = decisions;
        this.answers = answers;
        this.knowledge = knowledge;
        this.audit = audit;
    }

    /**
     * A decision.
     *
     * @throws NotThereException where there is none
     */
    public Docket read(UUID id, Locale language) {
        return transactions.executeRead(status -> {
            Made made = decisions.findById(id).orElseThrow(() -> new NotThereException("no decision " + id));
            Map<String, Long> seen = new TreeMap<>(DecisionBook.known(made));
            Long own = seen.remove(made.participant());
            List<FactView> facts = FactView.of(knowledge.upTo(made.participant(), own == null ? 0L : own));
            Map<String, String> digests = new TreeMap<>();
            for (Locale spoken : DecisionRecords.LANGUAGES) {
                digests.put(spoken.toLanguageTag(), Digest.of(text(id, spoken)));
            }
            return new Docket(
                    HistoryView.of(made),
                    made.participant(),
                    text(id, language),
                    digests,
                    made.dossier(),
                    made.fired(),
                    facts,
                    seen);
        });
    }

    private String text(UUID id, Locale language) {
        return answers.findByDecisionAndLanguage(id, language.toLanguageTag())
                .map(Answer::body)
                .orElseThrow(() -> new NotThereException("no decision " + id));
    }

    /** Enters in the audit log what a person takes away about a participant. */
    public void record(String participant, Actor actor, Happened exported) {
        transactions.executeWrite(status -> {
            audit.add(Chain.ofParticipant(participant), actor, exported);
            return participant;
        });
    }
}
