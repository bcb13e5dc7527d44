package org.protocolgate.study;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An authorisation as it is sent. */
@Serdeable
@Schema(name = "Authorisation", description = "A signed permission to infuse one participant with one dose on one day.")
public record AuthorisationView(
        UUID id,
        String participant,

        @Schema(description = "The only day for which it is good; it lapses at the end of it.", example = "2026-03-10")
        LocalDate on,

        @Schema(example = "3.0e8") String level,

        @Schema(description = "The cells planned, as the assignment has them.") @Nullable
        String cells,

        State state,

        @Schema(description = "The decision that it rests on.")
        UUID decision,

        @Schema(description = "Digest of that decision's answer in English.")
        String answer,

        @Schema(description = "Digest of everything that decided.")
        String ruleSet,

        UUID signature,
        Instant at,
        String by,

        @Schema(description = "How it ceased to be open; null while it is.") @Nullable
        EndView end) {

    /** What became of it. */
    public enum State {
        OPEN,
        USED,
        REVOKED,
        VOID,
        LAPSED
    }

    @Serdeable
    @Schema(name = "AuthorisationEnd")
    public record EndView(
            String reason,

            @Schema(description = "The criteria that stood in the way.")
            List<String> criteria,

            @Schema(description = "When it was recorded, or when its day was over.")
            Instant at,

            String by) {}

    /** @param dayOver the moment at which its day is over, if it is */
    static AuthorisationView of(Authorised given, @Nullable AuthorisationEnd end, @Nullable Instant dayOver) {
        Permit permit = given.permit();
        return new AuthorisationView(
                given.id(),
                permit.participant(),
                permit.on(),
                permit.level(),
                permit.cells(),
                state(end, dayOver),
                permit.decision(),
                permit.answer(),
                permit.ruleSet(),
                given.signature(),
                given.recordedAt(),
                given.recordedBy(),
                end(end, dayOver));
    }

    private static State state(@Nullable AuthorisationEnd end, @Nullable Instant dayOver) {
        if (end != null) {
            return State.valueOf(end.ending().how().name());
        }
        return dayOver == null ? State.OPEN : State.LAPSED;
    }

    private static @Nullable EndView end(@Nullable AuthorisationEnd end, @Nullable Instant dayOver) {
        if (end != null) {
            Ending ending = end.ending();
            return new EndView(ending.reason(), ending.criteria(), end.recordedAt(), end.recordedBy());
        }
        return dayOver == null ? null : new EndView(Ending.DAY_OVER, List.of(), dayOver, "service");
    }
}
