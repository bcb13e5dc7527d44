package org.protocolgate.study;

import com.fasterxml.jackson.core.type.TypeReference;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.Chain;
import org.protocolgate.decision.Decision;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.SentQuestion;
import org.protocolgate.protocol.Rulebook;
import org.protocolgate.protocol.ServedRules;

/** Decisions from what is kept, each recorded with every rule that fired before it is answered. */
@Singleton
public final class DecisionBook {

    private final TransactionOperations<Connection> transactions;
    private final Decisions decisions;
    private final Answers answers;
    private final DecisionRecords records;
    private final Knowledge knowledge;
    private final Inquests inquests;
    private final ServedSources sources;
    private final ServedRules rules;
    private final List<AfterDecision> after;

    DecisionBook(
            TransactionOperations<Connection> transactions,
            Decisions decisions,
            Answers answers,
            DecisionRecords records,
            Knowledge knowledge,
            Inquests inquests,
            ServedSources sources,
            ServedRules rules,
            List<AfterDecision> after) {
        this.transactions = transactions;
        this.decisions = decisions;
        this.answers = answers;
        this.records = records;
        this.knowledge = knowledge;
        this.inquests = inquests;
        this.sources = sources;
        this.rules = rules;
        this.after = List.copyOf(after);
    }

    /**
     * Decides on a question about a participant.
     *
     * @return the answer in a language, JSON
     * @throws RefusedException naming every fault in what was sent
     * @throws NotThereException where nobody is (or was then) enrolled under the code
     * @throws ConflictException where the code is voided, the moment lies ahead, or the version consented to is not served
     */
    public Recorded decide(String code, byte[] sent, Actor actor, Locale language) throws RefusedException {
        SentQuestion question = SentQuestion.read(sent, rules.zone());
        return rules.ask(rulebook -> {
            sources.keepAll(rulebook);
            return transactions.executeWrite(status -> decide(code, question, actor, language, rulebook));
        });
    }

    /** What was recorded under an identifier, and the answer as it is sent. */
    public record Recorded(UUID id, String answer) {}

    private Recorded decide(String code, SentQuestion asked, Actor actor, Locale language, Rulebook rulebook) {
        Chain chain = knowledge.hold(code);
        Enrolled enrolled = knowledge.enrolledRightly(code);
        Inquest inquest = inquests.of(enrolled, asked, chain, rulebook);
        Decision decision = inquest.decide();
        DecisionRecords.Kept kept = records.keep(inquest, decision, asked.asKnownAt(), chain, actor);
        if (asked.asKnownAt() == null) {
            after.forEach(one -> one.of(enrolled.study(), decision, actor, rulebook));
        }
        Map<Locale, String> texts = kept.texts();
        return new Recorded(kept.id(), Objects.requireNonNullElse(texts.get(language), texts.get(Locale.ENGLISH)));
    }

    /**
     * A decision as it was answered.
     *
     * @throws NotThereException where there is none
     */
    public String read(UUID id, Locale language) {
        return transactions.executeRead(status -> answers.findByDecisionAndLanguage(id, language.toLanguageTag())
                .map(Answer::body)
                .orElseThrow(() -> new NotThereException("no decision " + id)));
    }

    /**
     * The decisions about a participant, newest first.
     *
     * @throws NotThereException where nobody is enrolled under the code
     */
    public List<HistoryView> history(String code, long before, int size) {
        return transactions.executeRead(status -> {
            knowledge.enrolled(code);
            return decisions.history(code, before, size).stream()
                    .map(HistoryView::of)
                    .toList();
        });
    }

    static Map<String, Long> known(Made made) {
        return Body.read(made.known(), new TypeReference<>() {});
    }
}
