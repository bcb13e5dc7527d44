package org.protocolgate.decision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.evaluation.Evaluator;
import org.protocolgate.evaluation.Inquiry;
import org.protocolgate.evaluation.Question;
import org.protocolgate.participant.Cohort;
import org.protocolgate.participant.Dossier;
import org.protocolgate.protocol.ProtocolVersion;

/** On which days no criterion of a gate is not met, as far as is known. */
public final class ClearDays {

    private ClearDays() {}

    /**
     * The days, from that of the question on.
     *
     * @param to the last day that is looked at
     */
    public static List<LocalDate> of(
            Dossier dossier, @Nullable Cohort cohort, Question question, LocalDate to, ProtocolVersion version) {
        Inquiry inquiry = Evaluator.open(dossier, cohort, question, version);
        return new Search(inquiry::movesWithGate, inquiry::evaluateOn, to).clear(question.day());
    }
}
