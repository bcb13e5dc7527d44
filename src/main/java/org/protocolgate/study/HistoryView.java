package org.protocolgate.study;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decision in a participant's history. */
@Serdeable
@Schema(name = "DecisionSummary")
public record HistoryView(
        UUID id,

        @Schema(description = "Its place in the participant's history; send it as 'before' for older ones.")
        long number,

        String gate,
        String on,
        String verdict,
        @Nullable LocalDate earliest,
        Instant asOf,
        @Nullable Instant asKnownAt,
        String protocolVersion,
        String ruleSet,
        Instant decidedAt,
        String decidedBy) {

    static HistoryView of(Made made) {
        return new HistoryView(
                made.id(),
                made.seq(),
                made.gate(),
                made.gateDay(),
                made.verdict(),
                made.earliest(),
                made.asOf(),
                made.asKnownAt(),
                made.protocolVersion(),
                made.ruleSet(),
                made.recordedAt(),
                made.recordedBy());
    }
}
