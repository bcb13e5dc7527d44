package org.protocolgate.review;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact that changed after an answer had been PROCEED, as it is sent. */
@Serdeable
@Schema(
        name = "ChangeAfterProceed",
        description = "A fact that concerns an answer PROCEED, and was recorded, corrected or withdrawn after it.")
public record ChangeView(
        String participant,

        @Schema(description = "The decision; the last one on its question before the change.")
        UUID decision,

        String gate,
        String on,
        Instant decidedAt,
        String decidedBy,

        @Schema(description = "The authorisation that was given on it.") @Nullable
        UUID authorisation,

        Kind change,
        @Schema(description = "The fact as it was before.") UUID fact,

        @Schema(description = "The fact that stands in its place since.") @Nullable
        UUID replacement,

        String type,
        Instant changedAt,
        String changedBy,

        @Schema(description = "The last decision on the same question since; null where it was not asked again.")
        @Nullable
        UUID again,

        @Nullable String verdict,
        @Nullable Instant againAt,
        @JsonIgnore String body) {

    /** What was done. */
    @Schema(name = "ChangeKind")
    public enum Kind {
        RECORDED,
        CORRECTED,
        WITHDRAWN
    }

    /** A page, the newest change first. */
    @Serdeable
    @Schema(name = "ChangeAfterProceedPage")
    public record Page(
            List<ChangeView> changes,

            @Schema(description = "The number of the next page; null on the last.") @Nullable
            Integer next) {}
}
