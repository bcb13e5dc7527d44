package org.protocolgate.decision;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.protocolgate.evaluation.Evaluation;
import org.protocolgate.evaluation.Evaluator;
import org.protocolgate.evaluation.Finding;
import org.protocolgate.evaluation.Question;
import org.protocolgate.evaluation.Window;
import org.protocolgate.participant.Cohort;
import org.protocolgate.participant.Dossier;
import org.protocolgate.protocol.ProtocolVersion;

/**
 * When duties end that go on for a time. The rules themselves say so: asked about a day far ahead, a criterion whose duty has
 * ended by then looks at days that end before it.
 */
public final class Duties {

    private Duties() {}

    /** The last day of each such duty, by the criterion that demands it; those that never end, or do not apply, are left out. */
    public static Map<String, LocalDate> lastDays(
            Dossier dossier, @Nullable Cohort cohort, Question question, ProtocolVersion version) {
        LocalDate far = question.day().plusDays(Deciding.CLEARING_HORIZON);
        Map<String, LocalDate> last = new LinkedHashMap<>();
        for (Evaluation.Outcome outcome :
                Evaluator.evaluate(dossier, cohort, question.on(far), version).outcomes()) {
            outcome.findings().stream()
                    .map(Finding::window)
                    .filter(Objects::nonNull)
                    .map(Window::to)
                    .filter(to -> to.isBefore(far))
                    .max(LocalDate::compareTo)
                    .ifPresent(to -> last.put(outcome.criterion().id(), to));
        }
        return last;
    }
}
