package org.protocolgate.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.protocolgate.dosing.Advice;
import org.protocolgate.dosing.DltNumbers;
import org.protocolgate.dosing.LevelName;
import org.protocolgate.dosing.Move;
import org.protocolgate.intake.SentDoseDecision;
import org.protocolgate.participant.Cohort.DoseDecision;
import org.protocolgate.study.DoseDecisionView.Warning;

/** What speaks against a decision on a dose level. None of it keeps the decision from being recorded. */
final class DoseWarnings {

    private DoseWarnings() {}

    static List<Warning> of(SentDoseDecision decision, LevelState state) {
        DltNumbers numbers = state.numbers();
        Advice advice = state.advice();
        List<Warning> warnings = new ArrayList<>();
        if (!state.uncertain().isEmpty()) {
            warnings.add(new Warning(
                    "UNCERTAIN_COHORT",
                    "records of uncertain date are not counted: " + String.join(", ", state.uncertain())));
        }
        if (!numbers.inWindow().isEmpty()) {
            warnings.add(new Warning("IN_DLT_WINDOW", "inside the DLT window: " + codes(numbers.inWindow())));
        }
        if (!numbers.overdue().isEmpty()) {
            warnings.add(new Warning("DLT_OVERDUE", "no signed DLT answer yet: " + codes(numbers.overdue())));
        }
        if (advice == null) {
            if (decision.kind() != DoseDecision.Kind.CLOSE) {
                warnings.add(new Warning("NOBODY_EVALUABLE", "nobody of the level is DLT-evaluable yet"));
            }
        } else {
            against("I3PLUS3", "i3+3", advice.i3plus3(), decision, state, warnings);
            against("BOIN", "BOIN", advice.boin(), decision, state, warnings);
        }
        return warnings;
    }

    private static void against(
            String code,
            String design,
            Move advised,
            SentDoseDecision decision,
            LevelState state,
            List<Warning> warnings) {
        if (isAgainst(advised, decision, state)) {
            warnings.add(new Warning(
                    "AGAINST_" + code,
                    design + " advises " + advised + " at " + LevelName.of(state.level()) + ", decided was "
                            + decision.kind() + " " + LevelName.of(decision.level())));
        }
    }

    private static boolean isAgainst(Move advised, SentDoseDecision decision, LevelState state) {
        boolean down = advised == Move.DE_ESCALATE || advised == Move.ELIMINATE;
        if (decision.kind() == DoseDecision.Kind.SELECT_FOR_EXPANSION) {
            return down;
        }
        Move decided = moveOf(decision, state);
        return decided != null && decided != advised && !(decided == Move.DE_ESCALATE && down);
    }

    /** Where the decision goes from the level judged; null for a closing, on which no design advises. */
    private static @Nullable Move moveOf(SentDoseDecision decision, LevelState state) {
        if (decision.kind() == DoseDecision.Kind.CLOSE) {
            return null;
        }
        int against = decision.level().compareTo(state.level());
        return against > 0 ? Move.ESCALATE : against < 0 ? Move.DE_ESCALATE : Move.STAY;
    }

    private static String codes(List<DltNumbers.Waiting> waiting) {
        return waiting.stream()
                .map(one -> one.participant() + " until " + one.until())
                .collect(Collectors.joining(", "));
    }
}
