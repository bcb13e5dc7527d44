package org.protocolgate.screen;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.alert.AlertBook;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.decision.Decision;
import org.protocolgate.decision.Verdict;
import org.protocolgate.decision.Wording;
import org.protocolgate.intake.SentQuestion;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.ServedRules;
import org.protocolgate.query.QueryBook;
import org.protocolgate.study.AcknowledgementBook;
import org.protocolgate.study.AuthorisationBook;
import org.protocolgate.study.DecisionBook;
import org.protocolgate.study.HistoryView;
import org.protocolgate.study.Insight;
import org.protocolgate.study.NotThereException;
import org.protocolgate.study.ParticipantBook;

/** Gathers what is to be seen of a participant. */
@Singleton
public final class ParticipantScreens {

    private static final int QUERIES = 5;
    private static final int DECISIONS = 12;
    private static final int ALL_DECISIONS = 5000;

    private final ParticipantBook participants;
    private final DecisionBook decisions;
    private final AuthorisationBook authorisations;
    private final AcknowledgementBook acknowledgements;
    private final AlertBook alerts;
    private final QueryBook queries;
    private final Insight insight;
    private final StoredAnswers answers;
    private final FactForms forms;
    private final ServedRules rules;

    ParticipantScreens(
            ParticipantBook participants,
            DecisionBook decisions,
            AuthorisationBook authorisations,
            AcknowledgementBook acknowledgements,
            AlertBook alerts,
            QueryBook queries,
            Insight insight,
            StoredAnswers answers,
            FactForms forms,
            ServedRules rules) {
        this.participants = participants;
        this.decisions = decisions;
        this.authorisations = authorisations;
        this.acknowledgements = acknowledgements;
        this.alerts = alerts;
        this.queries = queries;
        this.insight = insight;
        this.answers = answers;
        this.forms = forms;
        this.rules = rules;
    }

    /**
     * What somebody wants to see.
     *
     * @param whatIf a question that is answered without keeping anything, or null
     * @param decision the stored decision whose criteria are listed; null for the last one on what comes next
     */
    public record Wanted(
            @Nullable SentQuestion whatIf,
            @Nullable UUID decision,
            @Nullable String notice) {}

    /**
     * A participant's page.
     *
     * @throws NotThereException where nobody is enrolled under the code, or the decision is none of this participant's
     */
    public ParticipantScreen of(String code, Wanted wanted, Frame frame) {
        return insight.of(code, view -> of(code, wanted, frame, view));
    }

    private ParticipantScreen of(String code, Wanted wanted, Frame frame, Insight.View view) {
        Locale language = frame.language();
        Wording wording = new Wording(view.version(), language);
        Map<String, FactLine> facts = new LinkedHashMap<>();
        view.facts().forEach(fact -> facts.put(fact.id().toString(), FactLine.of(fact, view.version(), wording)));
        List<HistoryView> history = decisions.history(code, Long.MAX_VALUE, DECISIONS);
        List<DecisionView> told =
                history.stream().map(one -> answers.read(one.id(), language)).toList();
        ParticipantScreen.Shown shown = shown(wanted, frame, view, facts, history);
        return new ParticipantScreen(
                participants.read(code),
                view.outlook().level(),
                gates(history, view),
                shown,
                asked(wanted, shown, view),
                toDo(code, asked(wanted, shown, view), frame, view, facts, wording),
                List.copyOf(facts.values()),
                HistoryLine.of(history, told),
                TimelineItems.of(view, wording, frame),
                alerts.openOf(List.of(code), language),
                authorisations.ofParticipant(code),
                queries.list(new org.protocolgate.query.Wanted(code, null, null), QUERIES, 0),
                wanted.notice());
    }

    private static List<ParticipantScreen.AtGate> gates(List<HistoryView> history, Insight.View view) {
        Map<String, ParticipantScreen.AtGate> last = new LinkedHashMap<>();
        for (Gate gate : Gate.values()) {
            history.stream()
                    .filter(one -> one.gate().equals(gate.name()) && one.asKnownAt() == null)
                    .findFirst()
                    .ifPresent(one -> last.put(gate.name(), new ParticipantScreen.AtGate(one, isPast(one, view))));
        }
        return List.copyOf(last.values());
    }

    private static boolean isPast(HistoryView decision, Insight.View view) {
        return SentQuestion.keptDay(decision.on())
                .latest()
                .isBefore(view.outlook().today());
    }

    private ParticipantScreen.@Nullable Shown shown(
            Wanted wanted, Frame frame, Insight.View view, Map<String, FactLine> facts, List<HistoryView> history) {
        SentQuestion question = wanted.whatIf();
        if (question != null) {
            Decision decision = view.ask(question.gate(), question.on());
            DecisionView answer = DecisionView.of(decision, frame.language());
            return new ParticipantScreen.Shown(
                    answer, null, null, false, false, checklist(answer, facts, frame), List.of());
        }
        HistoryView stored = chosen(wanted, view, history);
        if (stored == null) {
            return null;
        }
        DecisionView answer = answers.read(stored.id(), frame.language());
        boolean past = isPast(stored, view);
        return new ParticipantScreen.Shown(
                answer,
                stored,
                past || stored.asKnownAt() != null ? null : otherwise(answer, view),
                isChanged(stored, facts),
                past,
                checklist(answer, facts, frame),
                acknowledgements.ofDecisions(List.of(stored.id())).getOrDefault(stored.id(), List.of()));
    }

    private @Nullable HistoryView chosen(Wanted wanted, Insight.View view, List<HistoryView> history) {
        UUID decision = wanted.decision();
        if (decision != null) {
            return decisions.history(view.outlook().participant(), Long.MAX_VALUE, ALL_DECISIONS).stream()
                    .filter(one -> one.id().equals(decision))
                    .findFirst()
                    .orElseThrow(() -> new NotThereException("no decision " + decision));
        }
        String next = next(view).gate().name();
        return history.stream()
                .filter(one -> one.gate().equals(next) && one.asKnownAt() == null)
                .findFirst()
                .orElse(history.isEmpty() ? null : history.get(0));
    }

    private static @Nullable Verdict otherwise(DecisionView stored, Insight.View view) {
        Verdict now = view.ask(stored.gate(), SentQuestion.keptDay(stored.on())).verdict();
        return now == stored.verdict() ? null : now;
    }

    private static boolean isChanged(HistoryView stored, Map<String, FactLine> facts) {
        Instant then = stored.decidedAt();
        return facts.values().stream()
                .map(FactLine::fact)
                .anyMatch(fact -> fact.recordedAt().isAfter(then)
                        || fact.correction() != null && fact.correction().at().isAfter(then));
    }

    private List<Checklist.Line> checklist(DecisionView answer, Map<String, FactLine> facts, Frame frame) {
        return rules.ask(rulebook -> {
            ProtocolVersion version =
                    rulebook.version(answer.study(), answer.protocolVersion()).orElse(null);
            return new Checklist(version, facts, frame.language()).of(answer.criteria());
        });
    }

    /** What stands before the participant; the infusion today where nothing does, because it takes part no longer. */
    private static ParticipantScreen.Asked next(Insight.View view) {
        return view.outlook().asked().stream()
                .findFirst()
                .map(asked -> asked.decision().question())
                .map(question -> new ParticipantScreen.Asked(
                        question.gate(), question.on().toString()))
                .orElse(new ParticipantScreen.Asked(
                        Gate.INFUSION, view.outlook().today().toString()));
    }

    /** The question that is put, or that was answered where its day is still to come, else the next one. */
    private static ParticipantScreen.Asked asked(
            Wanted wanted, ParticipantScreen.@Nullable Shown shown, Insight.View view) {
        SentQuestion question = wanted.whatIf();
        if (question != null) {
            return new ParticipantScreen.Asked(question.gate(), question.on().toString());
        }
        return shown == null || shown.past()
                ? next(view)
                : new ParticipantScreen.Asked(
                        shown.answer().gate(), shown.answer().on());
    }

    /** What is missing now for a question. */
    private List<ToDo> toDo(
            String code,
            ParticipantScreen.Asked asked,
            Frame frame,
            Insight.View view,
            Map<String, FactLine> facts,
            Wording wording) {
        if (!view.outlook().active()) {
            return List.of();
        }
        Decision decision = view.ask(asked.gate(), SentQuestion.keptDay(asked.on()));
        ToDo.Forms made = new FormsOnPage(forms, code, frame);
        return wording.toDo(decision).stream()
                .map(todo -> ToDo.of(todo, wording.behind(todo, decision), facts, made))
                .toList();
    }
}
