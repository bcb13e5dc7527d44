package org.protocolgate.study;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.protocolgate.participant.Cohort.DoseDecision;

/** A decision on a dose level as it is sent. */
@Serdeable
@Schema(
        name = "DoseDecision",
        description = "What investigators and sponsor decided on a dose level, with what lay before them.")
public record DoseDecisionView(
        UUID id,

        @Schema(description = "The level that was judged.", example = "3.0e8")
        String judged,

        DoseDecision.Kind kind,

        @Schema(description = "The level that is opened, closed or gone on with.", example = "4.5e8")
        String level,

        LocalDate on,
        String reason,

        @Schema(description = "The numbers of the judged level at that moment.")
        Map<String, Object> numbers,

        @Schema(description = "What each design advised; empty where nobody could be counted.")
        Map<String, String> advice,

        List<Warning> warnings,
        UUID signature,
        Instant at,
        String by) {

    /** What spoke against it; it was recorded all the same. */
    @Serdeable
    @Schema(name = "DoseDecisionWarning")
    public record Warning(String code, String text) {}

    static DoseDecisionView of(DoseDecided decided) {
        DoseBody body = DoseBody.read(decided.body());
        return new DoseDecisionView(
                decided.id(),
                body.judged(),
                body.kind(),
                body.level(),
                body.on(),
                body.reason(),
                body.numbers(),
                body.advice(),
                body.warnings(),
                decided.signature(),
                decided.recordedAt(),
                decided.recordedBy());
    }
}
