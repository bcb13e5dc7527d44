package org.protocolgate.study;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.protocolgate.decision.Decision;
import org.protocolgate.decision.Wording;
import org.protocolgate.evaluation.Status;
import org.protocolgate.participant.Fact;

/**
 * A criterion that stands in the way.
 *
 * @param reason in the language asked for
 * @param evidence identifiers of the facts it rests on
 */
@Serdeable
@Schema(name = "StandingCriterion")
public record Standing(String id, Status status, String reason, List<String> evidence) {

    /** Those of a decision that keep it from PROCEED, most severe first. */
    static List<Standing> of(Decision decision, Locale language) {
        Wording wording = new Wording(decision.version(), language);
        return decision.criteria().stream()
                .map(Decision.Answer::outcome)
                .filter(outcome -> outcome.status().compareTo(Status.MET) > 0)
                .map(outcome -> new Standing(
                        outcome.criterion().id(),
                        outcome.status(),
                        wording.reason(outcome),
                        outcome.findings().stream()
                                .flatMap(finding -> finding.evidence().stream())
                                .map(Fact::ref)
                                .filter(ref ->
                                        !ref.isEmpty()) // nobody recorded what somebody unknown is asked about with
                                .distinct()
                                .toList()))
                .toList();
    }
}
