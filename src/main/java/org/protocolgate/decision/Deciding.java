package org.protocolgate.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.evaluation.AnchorDay;
import org.protocolgate.evaluation.Evaluation;
import org.protocolgate.evaluation.Evaluation.Outcome;
import org.protocolgate.evaluation.Evaluator;
import org.protocolgate.evaluation.Inquiry;
import org.protocolgate.evaluation.Question;
import org.protocolgate.evaluation.Status;
import org.protocolgate.evaluation.Warning;
import org.protocolgate.participant.Cohort;
import org.protocolgate.participant.Dated;
import org.protocolgate.participant.Dossier;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Lasting;
import org.protocolgate.protocol.Anchor;
import org.protocolgate.protocol.Criterion;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.ProtocolVersion;

/** Answers questions. Pure as the evaluator is: equal input, equal answer. */
public final class Deciding {

    /** How far ahead a clearing date is looked for, in days. */
    static final int CLEARING_HORIZON = 3_660;

    /** How far ahead the earliest day is looked for, in days. */
    static final int EARLIEST_HORIZON = 730;

    private Deciding() {}

    /** May the participant pass the gate on the day, and if not, why and from when. */
    public static Decision decide(
            Dossier dossier, @Nullable Cohort cohort, Question question, ProtocolVersion version) {
        Inquiry inquiry = Evaluator.open(dossier, cohort, question, version);
        Evaluation evaluation = inquiry.evaluate();
        List<Decision.Answer> answers = new ArrayList<>();
        for (Outcome outcome : evaluation.outcomes()) {
            answers.add(new Decision.Answer(outcome, clears(outcome, inquiry)));
        }
        LocalDate earliest = earliest(answers, inquiry);
        answers.sort(Comparator.comparing(answer -> answer.outcome().status(), Comparator.reverseOrder()));
        return new Decision(
                version,
                dossier.participant().id(),
                Verdict.of(evaluation.worst()),
                earliest,
                List.copyOf(answers),
                warnings(evaluation),
                evaluation);
    }

    private static @Nullable Clears clears(Outcome outcome, Inquiry inquiry) {
        Criterion criterion = outcome.criterion();
        Anchor anchor = outcome.status() == Status.NOT_MET ? inquiry.clears(criterion) : null;
        LocalDate present = anchor == null ? null : inquiry.day(anchor);
        if (anchor == null || present == null) {
            return null;
        }
        Search search = new Search(
                moved -> movesWith(anchor, moved, inquiry),
                day -> inquiry.evaluateWith(criterion, anchor, day),
                present.plusDays(CLEARING_HORIZON));
        LocalDate day = search.after(present, List.of(outcome));
        return day == null ? null : new Clears(anchor, day);
    }

    /** The day of the gate follows an anchor that is moved past it, whichever anchor that is. */
    private static boolean movesWith(Anchor anchor, @Nullable AnchorDay day, Inquiry inquiry) {
        return day != null && (day.anchor() == anchor || inquiry.isGateDay(day));
    }

    private static @Nullable LocalDate earliest(List<Decision.Answer> answers, Inquiry inquiry) {
        List<Decision.Answer> held = answers.stream()
                .filter(answer -> answer.outcome().status() == Status.NOT_MET)
                .toList();
        boolean timeHelps = held.stream().allMatch(answer -> answer.clears() != null);
        if (held.isEmpty() || !timeHelps || inquiry.question().gate() == Gate.FOLLOW_UP) {
            return null;
        }
        LocalDate on = inquiry.question().day();
        Search search = new Search(inquiry::movesWithGate, inquiry::evaluateOn, on.plusDays(EARLIEST_HORIZON));
        return search.after(on, held.stream().map(Decision.Answer::outcome).toList());
    }

    private static List<Warning> warnings(Evaluation evaluation) {
        LocalDate newest = evaluation.outcomes().stream()
                .flatMap(outcome -> outcome.findings().stream())
                .flatMap(finding -> finding.evidence().stream())
                .flatMap(Deciding::began)
                .max(LocalDate::compareTo)
                .orElse(null);
        List<Warning> warnings = new ArrayList<>(evaluation.warnings());
        if (newest != null && newest.isAfter(evaluation.question().day())) {
            warnings.add(Warning.of("warning.newer-evidence").with("day", newest));
        }
        return List.copyOf(warnings);
    }

    /** The day from which a fact is surely there; that of a plan or of an unknown start is left out. */
    private static Stream<LocalDate> began(Fact fact) {
        if (fact instanceof Dated dated) {
            return Stream.of(dated.on().latest());
        }
        return fact instanceof Lasting lasting && lasting.period().start() != null
                ? Stream.of(lasting.period().start().latest())
                : Stream.empty();
    }
}
