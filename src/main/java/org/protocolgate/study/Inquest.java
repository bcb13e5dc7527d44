package org.protocolgate.study;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.decision.ClearDays;
import org.protocolgate.decision.Deciding;
import org.protocolgate.decision.Decision;
import org.protocolgate.decision.Duties;
import org.protocolgate.evaluation.Evaluation;
import org.protocolgate.evaluation.Evaluator;
import org.protocolgate.evaluation.Question;
import org.protocolgate.participant.Dossier;
import org.protocolgate.participant.Milestone;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.ProtocolVersion;

/**
 * A question about a stored participant, with all that its answer rests on.
 *
 * @param asOf the moment of asking
 * @param known what is known of the participant, and as a dossier
 */
record Inquest(
        Gate gate, PartialDate on, Instant asOf, Known known, Dossier dossier, Seen cohort, ProtocolVersion version) {

    Decision decide() {
        return decide(gate, on);
    }

    /** Of a question about lymphodepletion, what is to be said of the infusion on its planned day; null for another one. */
    @Nullable
    Decision forecast() {
        LocalDate planned = gate == Gate.LYMPHODEPLETION ? plannedInfusion() : null;
        return planned == null ? null : decide(Gate.INFUSION, PartialDate.of(planned));
    }

    /** The last day of each duty that ends, by criterion. */
    Map<String, LocalDate> lastDaysOfDuties() {
        return Duties.lastDays(dossier, cohort.cohort(), question(gate, on), version);
    }

    private Decision decide(Gate asked, PartialDate day) {
        return Deciding.decide(dossier, cohort.cohort(), question(asked, day), version);
    }

    /** What the rules say, without when anything clears. */
    Evaluation evaluate() {
        return Evaluator.evaluate(dossier, cohort.cohort(), question(gate, on), version);
    }

    /** The days from that of the question up to another one on which no criterion is not met, as far as is known. */
    List<LocalDate> clearDays(LocalDate to) {
        return ClearDays.of(dossier, cohort.cohort(), question(gate, on), to, version);
    }

    private Question question(Gate asked, PartialDate day) {
        return new Question(asked, day, LocalDateTime.ofInstant(asOf, version.zone()));
    }

    private @Nullable LocalDate plannedInfusion() {
        return dossier.facts().stream()
                .filter(fact -> fact instanceof Milestone step && step.kind() == Milestone.Kind.INFUSION_PLANNED)
                .map(fact -> ((Milestone) fact).on())
                .reduce((a, b) -> b)
                .filter(PartialDate::isFull)
                .map(PartialDate::latest)
                .orElse(null);
    }
}
