package org.protocolgate.decision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.evaluation.Evaluation;
import org.protocolgate.evaluation.Evaluation.Outcome;
import org.protocolgate.evaluation.Question;
import org.protocolgate.evaluation.Warning;
import org.protocolgate.protocol.ProtocolVersion;

/**
 * The answer to a question about one participant.
 *
 * @param participant the participant's code
 * @param earliest the first later day without a criterion that is not met, or null where there is none or none is asked for
 * @param criteria most severe first, then in the order of the protocol
 * @param warnings what deserves attention and changes nothing
 * @param evaluation what it rests on, with every rule that fired
 */
public record Decision(
        ProtocolVersion version,
        String participant,
        Verdict verdict,
        @Nullable LocalDate earliest,
        List<Answer> criteria,
        List<Warning> warnings,
        Evaluation evaluation) {

    /** One criterion's outcome and, where it is not met and time alone can help, when it clears. */
    public record Answer(Outcome outcome, @Nullable Clears clears) {}

    public Question question() {
        return evaluation.question();
    }
}
