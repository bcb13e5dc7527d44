package org.protocolgate.evaluation;

import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Cohort;
import org.protocolgate.participant.Dossier;
import org.protocolgate.protocol.ProtocolVersion;

/**
 * Asks the rules. The same dossier, cohort, question and protocol version give the same evaluation, wherever and whenever
 * they are asked.
 */
public final class Evaluator {

    private Evaluator() {}

    public static Evaluation evaluate(
            Dossier dossier, @Nullable Cohort cohort, Question question, ProtocolVersion version) {
        return open(dossier, cohort, question, version).evaluate();
    }

    /** An inquiry that can be asked again with a day moved. */
    public static Inquiry open(Dossier dossier, @Nullable Cohort cohort, Question question, ProtocolVersion version) {
        return new Inquiry(new Chart(dossier, cohort, question.today(), version), question, version);
    }
}
