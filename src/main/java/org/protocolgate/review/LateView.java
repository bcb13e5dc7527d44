package org.protocolgate.review;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact that was recorded late, as it is sent. */
@Serdeable
@Schema(name = "LateEntry", description = "A fact that was recorded well after it happened.")
public record LateView(
        UUID fact,
        String participant,
        String type,

        @Schema(
                description =
                        "The first day on which it can have happened; of what lasts, its end or else its beginning.")
        LocalDate from,

        @Schema(description = "The last such day.") LocalDate to,

        Instant recordedAt,
        String recordedBy,

        @Schema(description = "How many days after it happened it was recorded, at least.")
        int atLeast,

        @Schema(description = "The same, at most.") int atMost,

        @Schema(description = "Whether it was recorded in place of another fact.")
        boolean correction,

        @Schema(description = "Whether it was corrected or withdrawn since.")
        boolean corrected,

        @JsonIgnore String body) {

    /** A page, the latest first. */
    @Serdeable
    @Schema(name = "LateEntryPage")
    public record Page(
            List<LateView> entries,

            @Schema(description = "The number of the next page; null on the last.") @Nullable
            Integer next) {}
}
