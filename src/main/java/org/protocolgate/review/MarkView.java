package org.protocolgate.review;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mark as it is sent. */
@Serdeable
@Schema(name = "ReviewMark", description = "That a monitor looked at a decision or at a rule that fired.")
public record MarkView(
        UUID id,
        String participant,

        @Schema(description = "The entry of the audit log that was looked at.")
        UUID entry,

        @Schema(description = "Its hash then.") String hash,

        UUID decision,
        @Nullable String comment,
        UUID signature,
        Instant at,
        String by,

        @Schema(description = "Whether it counts: it was not taken back, and the entry is the one that was looked at.")
        boolean holds,

        @Nullable WithdrawalView withdrawn) {

    /** That it was taken back. */
    @Serdeable
    @Schema(name = "ReviewMarkWithdrawal")
    public record WithdrawalView(String reason, Instant at, String by) {}
}
