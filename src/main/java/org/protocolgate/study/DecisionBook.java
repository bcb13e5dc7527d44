package org.protocolgate.study;

import com.fasterxml.jackson.core.type.TypeReference;
import io.micronaut.json.JsonMapper;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.decision.Decision;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.SentQuestion;
import org.protocolgate.protocol.Rulebook;
import org.protocolgate.protocol.ServedRules;
import org.protocolgate.protocol.Texts;

/** Decisions from what is kept, each recorded with every rule that fired before it is answered. */
@Singleton
public final class DecisionBook {

    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Texts.CHINESE);

    private final TransactionOperations<Connection> transactions;
    private final Decisions decisions;
    private final Answers answers;
    private final Knowledge knowledge;
    private final Inquests inquests;
    private final ServedSources sources;
    private final FactEntry entries;
    private final AuditLog audit;
    private final ServedRules rules;
    private final JsonMapper json;

    DecisionBook(
            TransactionOperations<Connection> transactions,
            Decisions decisions,
            Answers answers,
            Knowledge knowledge,
            Inquests inquests,
            ServedSources sources,
            FactEntry entries,
            AuditLog audit,
            ServedRules rules,
            JsonMapper json) {
        this.transactions = transactions;
        this.decisions = decisions;
        this.answers = answers;
        this.knowledge = knowledge;
        this.inquests = inquests;
        this.sources = sources;
        this.entries = entries;
        this.audit = audit;
        this.rules = rules;
        this.json = json;
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
        SentQuestion question = SentQuestion.read(sent, entries.zone());
        return rules.ask(rulebook -> {
            rulebook.versions().forEach(version -> sources.keep(version, rulebook));
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
        UUID id = audit.newId(chain);
        Map<Locale, String> texts = texts(id, decision, inquest.forecast());
        Made made = made(id, chain, asked, inquest, decision, actor);
        decisions.save(made);
        answers.saveAll(texts.entrySet().stream()
                .map(text -> new Answer(id, text.getKey().toLanguageTag(), text.getValue()))
                .toList());
        audit.add(chain, actor, DecisionEntries.of(made, decision, digests(texts)));
        return new Recorded(id, Objects.requireNonNullElse(texts.get(language), texts.get(Locale.ENGLISH)));
    }

    private static Made made(
            UUID id, Chain chain, SentQuestion asked, Inquest inquest, Decision decision, Actor actor) {
        String code = inquest.dossier().participant().id();
        Map<String, Long> seen = new TreeMap<>(inquest.cohort().known());
        seen.put(code, inquest.known().seq());
        return new Made(
                id,
                code,
                chain.next(),
                inquest.version().study(),
                inquest.version().version(),
                inquest.version().ruleSet(),
                asked.gate().name(),
                asked.on().toString(),
                inquest.asOf(),
                asked.asKnownAt(),
                Body.write(seen),
                inquest.known().digest(),
                DecisionEntries.fired(decision.evaluation().fired()),
                decision.verdict().name(),
                decision.earliest(),
                chain.at(),
                actor.name());
    }

    /** The answer in each language that is spoken. */
    private Map<Locale, String> texts(UUID id, Decision decision, @Nullable Decision forecast) {
        Map<Locale, String> texts = new LinkedHashMap<>();
        LANGUAGES.forEach(language -> texts.put(language, text(id, decision, forecast, language)));
        return texts;
    }

    /** The answer in one language. */
    String text(UUID id, Decision decision, @Nullable Decision forecast, Locale language) {
        try {
            return json.writeValueAsString(DecisionView.of(id, decision, forecast, language));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> digests(Map<Locale, String> texts) {
        Map<String, Object> digests = new TreeMap<>();
        texts.forEach((language, text) -> digests.put(language.toLanguageTag(), Digest.of(text)));
        return digests;
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
