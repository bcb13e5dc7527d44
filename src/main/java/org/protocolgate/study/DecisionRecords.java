package org.protocolgate.study;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.decision.Decision;
import org.protocolgate.protocol.Texts;

/** Keeps decisions: the answer in each language, all that it rests on, and every rule that fired. */
@Singleton
final class DecisionRecords {

    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Texts.CHINESE);

    private final Decisions decisions;
    private final Answers answers;
    private final AuditLog audit;
    private final JsonMapper json;

    DecisionRecords(Decisions decisions, Answers answers, AuditLog audit, JsonMapper json) {
        this.decisions = decisions;
        this.answers = answers;
        this.audit = audit;
        this.json = json;
    }

    /** What was recorded under an identifier, and the answer in each language. */
    record Kept(UUID id, Map<Locale, String> texts) {}

    /**
     * Keeps a decision.
     *
     * @param asKnownAt the moment whose knowledge counted, or null for now
     * @param chain the participant's, held
     */
    Kept keep(Inquest inquest, Decision decision, @Nullable Instant asKnownAt, Chain chain, Actor actor) {
        UUID id = audit.newId(chain);
        Map<Locale, String> texts = new LinkedHashMap<>();
        Decision forecast = inquest.forecast();
        LANGUAGES.forEach(language -> texts.put(language, text(id, decision, forecast, language)));
        Made made = made(id, chain, inquest, decision, asKnownAt, actor);
        decisions.save(made);
        answers.saveAll(texts.entrySet().stream()
                .map(text -> new Answer(id, text.getKey().toLanguageTag(), text.getValue()))
                .toList());
        audit.add(chain, actor, DecisionEntries.of(made, decision, digests(texts)));
        return new Kept(id, texts);
    }

    private static Made made(
            UUID id, Chain chain, Inquest inquest, Decision decision, @Nullable Instant asKnownAt, Actor actor) {
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
                inquest.gate().name(),
                inquest.on().toString(),
                inquest.asOf(),
                asKnownAt,
                Body.write(seen),
                inquest.known().digest(),
                DecisionEntries.fired(decision.evaluation().fired()),
                decision.verdict().name(),
                decision.earliest(),
                Essence.of(decision),
                chain.at(),
                actor.name());
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
}
