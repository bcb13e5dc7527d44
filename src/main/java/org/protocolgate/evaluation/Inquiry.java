package org.protocolgate.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Anchor;
import org.protocolgate.protocol.Criterion;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.ProtocolVersion;

/** One dossier and question before the rules, which can be asked as they are, for another day, or with one anchor moved. */
public final class Inquiry {

    private final Chart chart;
    private final Question question;
    private final ProtocolVersion version;
    private final Anchors present;

    Inquiry(Chart chart, Question question, ProtocolVersion version) {
        this.chart = chart;
        this.question = question;
        this.version = version;
        present = chart.steps().anchors(question);
    }

    public Question question() {
        return question;
    }

    /** The question as it was asked, with every rule that fires. */
    public Evaluation evaluate() {
        FiringRecorder recorder = new FiringRecorder(chart.steps()::recordsOf);
        return evaluate(question, present, version.askedAt(question.gate()), recorder);
    }

    /** The same question for another day of the gate; all else stays as it is. */
    public Evaluation evaluateOn(LocalDate day) {
        return evaluateOn(day, version.askedAt(question.gate()));
    }

    /** Likewise, asking some of the criteria only. */
    public Evaluation evaluateOn(LocalDate day, List<Criterion> asked) {
        Question moved = question.on(day);
        return evaluate(moved, chart.steps().anchors(moved), asked, null);
    }

    /** One criterion with an anchor moved to a day; the gate is asked for that day or its own, whichever is later. */
    public Evaluation evaluateWith(Criterion criterion, Anchor anchor, LocalDate day) {
        Question moved = day.isAfter(question.day()) ? question.on(day) : question;
        return evaluate(moved, present.with(anchor, day), List.of(criterion), null);
    }

    /** The day of an anchor as it is, or null where it is not known. */
    public @Nullable LocalDate day(Anchor anchor) {
        return present.day(anchor);
    }

    /** The anchor by which a criterion's finding can clear at this gate, or null where none can. */
    public @Nullable Anchor clears(Criterion criterion) {
        if (criterion.clears() == null || question.gate() == Gate.FOLLOW_UP) {
            return null;
        }
        return criterion.clears().equals(Criterion.GATE_DAY)
                ? GateDay.anchorOf(question.gate())
                : Anchor.valueOf(criterion.clears());
    }

    /** Whether a day is that of the gate, under whichever name. */
    public boolean isGateDay(AnchorDay day) {
        return day instanceof GateDay;
    }

    /** Whether an anchor moves with the day of the gate. */
    public boolean movesWithGate(@Nullable AnchorDay anchor) {
        if (anchor == null) {
            return false;
        }
        return anchor instanceof GateDay
                || (anchor instanceof Screening && present.screeningIsGateDay())
                || (!(anchor instanceof Screening) && anchor.anchor() == GateDay.anchorOf(question.gate()));
    }

    private Evaluation evaluate(
            Question asking, Anchors anchors, List<Criterion> asked, @Nullable FiringRecorder recorder) {
        Map<String, List<Finding>> findings = new HashMap<>();
        List<Warning> warnings = new ArrayList<>();
        String fault = null;
        KieSession session = version.rules().newKieSession();
        try {
            asked.forEach(c -> session.insert(new Asked(c.id(), version.limits(), version.lineage())));
            words(asking, anchors).forEach(session::insert);
            chart.vocabulary().forEach(session::insert);
            if (recorder != null) {
                recorder.listenTo(session); // from here on: what is told to the rules is nothing that they say
            }
            session.fireAllRules();
            for (Object said : session.getObjects(o -> o instanceof Finding || o instanceof Warning)) {
                if (said instanceof Finding finding) {
                    findings.computeIfAbsent(finding.criterion(), id -> new ArrayList<>())
                            .add(recorder == null ? finding : recorder.withDays(finding));
                } else {
                    warnings.add((Warning) said);
                }
            }
        } catch (RuntimeException e) {
            fault = faultOf(e);
            warnings.clear();
        }
        if (fault == null) {
            session.dispose(); // one in which a rule failed is not used again
        }
        warnings.sort(Warning.ORDER);
        return answer(asking, asked, findings, warnings, recorder, fault);
    }

    private static Evaluation answer(
            Question asking,
            List<Criterion> asked,
            Map<String, List<Finding>> findings,
            List<Warning> warnings,
            @Nullable FiringRecorder recorder,
            @Nullable String fault) {
        List<Evaluation.Outcome> outcomes = asked.stream()
                .map(c -> fault == null
                        ? Evaluation.outcome(c, findings)
                        : new Evaluation.Outcome(
                                c,
                                Status.UNKNOWN,
                                List.of(Finding.unknown(c.id(), "rules.fault").with("error", fault))))
                .toList();
        return new Evaluation(asking, outcomes, warnings, recorder == null ? List.of() : recorder.fired(), fault);
    }

    /** The words that depend on the day that is tried. */
    private List<Object> words(Question tried, Anchors anchors) {
        Asking asking = new Asking(tried, version.limits(), chart.results());
        List<Object> words = new ArrayList<>(chart.vocabulary(asking));
        addOr(words, "Consented", anchors.consent(), day -> new Consented(day, asking));
        addOr(words, "Lymphodepletion", anchors.lymphodepletion(), day -> new Lymphodepletion(day, asking));
        addOr(words, "Infused", anchors.infused(), day -> new Infused(day, asking));
        if (anchors.infusion() != null) {
            words.add(new Infusion(anchors.infusion(), asking));
        }
        PartialDate started = anchors.screening();
        Screening screening = started == null ? null : new Screening(started, asking, present.day(Anchor.SCREENING));
        ScreeningPeriod period =
                screening == null ? null : screeningPeriod(tried, screening, anchors.lymphodepletion());
        addOr(words, "Screening", screening, known -> known);
        addOr(words, "ScreeningPeriod", period, known -> known);
        if (screening != null) {
            words.addAll(chart.vocabulary(screening));
        }
        return words;
    }

    /** Adds a word where its day is known, else the word that says that it is not. */
    private <T> void addOr(List<Object> words, String name, @Nullable T known, Function<T, Object> word) {
        words.add(known == null ? new Unanchored(name, chart.steps().recordsOf(name)) : word.apply(known));
    }

    private static @Nullable ScreeningPeriod screeningPeriod(
            Question asking, Screening screening, @Nullable PartialDate lymphodepletion) {
        LocalDate on = asking.day();
        if (lymphodepletion == null) {
            return asking.gate() == Gate.INFUSION ? null : new ScreeningPeriod(screening, on);
        }
        LocalDate start = lymphodepletion.latest();
        boolean ends = start.isAfter(screening.getDay()) && !start.isAfter(on);
        return new ScreeningPeriod(screening, ends ? start.minusDays(1) : on);
    }

    private static String faultOf(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return thrown.getMessage() + " (" + cause + ")";
    }
}
