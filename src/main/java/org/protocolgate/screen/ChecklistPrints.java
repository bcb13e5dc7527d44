package org.protocolgate.screen;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.Digest;
import org.protocolgate.audit.Happened;
import org.protocolgate.decision.Wording;
import org.protocolgate.protocol.Criterion;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.Rulebook;
import org.protocolgate.protocol.ServedRules;
import org.protocolgate.study.Docket;
import org.protocolgate.study.Dockets;
import org.protocolgate.study.FactView;
import org.protocolgate.study.NotThereException;
import org.protocolgate.user.Role;

/** Prints stored decisions. That one was printed is in the audit log before it is handed out. */
@Singleton
public final class ChecklistPrints {

    private final Dockets dockets;
    private final ServedRules rules;
    private final JsonMapper json;
    private final Clock clock;

    ChecklistPrints(Dockets dockets, ServedRules rules, JsonMapper json, Clock clock) {
        this.dockets = dockets;
        this.rules = rules;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A file as it is sent.
     *
     * @param name a name for it
     */
    public record Pdf(String name, byte[] content) {}

    /**
     * The checklist of a decision as PDF.
     *
     * @throws NotThereException where there is none
     */
    public Pdf of(UUID decision, Locale language, Actor actor) {
        Docket docket = dockets.read(decision, language);
        byte[] content = Paper.print(page(docket, language, actor));
        dockets.record(
                docket.participant(),
                actor,
                Happened.of(Action.EXPORTED)
                        .to(docket.participant())
                        .in(decision)
                        .about(decision)
                        .came("CHECKLIST")
                        .with("format", "pdf")
                        .with("language", language.toLanguageTag())
                        .with("digest", Digest.of(content)));
        return new Pdf("checklist-" + docket.participant() + "-" + decision + ".pdf", content);
    }

    private String page(Docket docket, Locale language, Actor actor) {
        DecisionView answer = answer(docket.answer());
        return rules.ask(rulebook -> {
            ProtocolVersion newest = rulebook.newest(rulebook.study()).orElseThrow();
            Frame frame = new Frame(
                    language,
                    "",
                    actor.name(),
                    Role.valueOf(actor.role()),
                    newest.texts(),
                    newest.zone(),
                    clock.instant(),
                    "",
                    0);
            Map<String, String> facts = facts(docket, newest, language);
            ProtocolVersion then = then(answer, rulebook);
            List<ChecklistPrint.Line> lines = answer.criteria().stream()
                    .map(one -> line(one, then, facts, language))
                    .toList();
            String digest = docket.answers().getOrDefault(language.toLanguageTag(), "");
            return new ChecklistPrint(docket, answer, digest, lines, Paper.style()).in(frame);
        });
    }

    private DecisionView answer(String body) {
        try {
            return json.readValue(body, DecisionView.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> facts(Docket docket, ProtocolVersion version, Locale language) {
        Wording wording = new Wording(version, language);
        Map<String, String> words = new LinkedHashMap<>();
        for (FactView fact : docket.facts()) {
            words.put(fact.id().toString(), FactLine.of(fact, version, wording).words());
        }
        return words;
    }

    /** The rules of then, if they are those that are served; what others demand was not what was decided by. */
    static @Nullable ProtocolVersion then(DecisionView answer, Rulebook rulebook) {
        return rulebook.version(answer.study(), answer.protocolVersion())
                .filter(version -> version.ruleSet().equals(answer.ruleSet()))
                .orElse(null);
    }

    private static ChecklistPrint.Line line(
            DecisionView.CriterionView answer,
            @Nullable ProtocolVersion version,
            Map<String, String> facts,
            Locale language) {
        Criterion criterion = version == null ? null : version.criterion(answer.id());
        String statement = version == null || criterion == null ? null : version.statement(criterion, language);
        List<String> evidence = answer.evidence().stream()
                .map(facts::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new ChecklistPrint.Line(answer, statement, evidence);
    }
}
