package org.protocolgate.study;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.dosing.Move;
import org.protocolgate.participant.Phase;

/** A dose level as it is sent. */
@Serdeable
@Schema(name = "Level", description = "A dose level: who is in it, what is counted, and what the designs advise.")
public record LevelView(
        @Schema(example = "3.0e8") String level,

        @Schema(description = "Whether it is open today; null while the cohort is uncertain.") @Nullable
        Boolean open,

        Instant asOf,
        LocalDate today,
        List<MemberView> members,

        @Schema(
                description =
                        "Participants whose level or days of infusion, review or DLT answer are of uncertain date: nothing is"
                                + " decided on levels until they are corrected.")
        List<String> uncertain,

        @Nullable SentinelView sentinel,
        NumbersView numbers,

        @Schema(description = "Never a gate. Null while nobody is DLT-evaluable.") @Nullable
        AdviceView advice,

        NextView nextInfusion,

        @Schema(description = "Those that judged this level or name it, the oldest first.")
        List<DoseDecisionView> decisions) {

    /** Where a member is in its DLT observation. */
    public enum Observation {
        NOT_INFUSED,
        NOT_OBSERVED,
        IN_WINDOW,
        OVERDUE,
        NO_DLT,
        DLT
    }

    @Serdeable
    @Schema(name = "LevelMember")
    public record MemberView(
            String participant,
            @Nullable String cohort,
            @Nullable Phase phase,
            @Nullable String infusionPlanned,
            @Nullable String infusionStarted,

            @Schema(description = "Completed, or stopped.") @Nullable
            String infusionCompleted,

            @Schema(description = "The day of an open authorisation.") @Nullable
            LocalDate authorisedFor,

            @Nullable String withdrawn,

            @Schema(
                    description =
                            "NOT_OBSERVED is the expansion phase; OVERDUE is past the window without a signed answer.")
            Observation dlt,

            @Schema(description = "The last day of its DLT window, while an answer is awaited.") @Nullable
            LocalDate dltUntil) {}

    @Serdeable
    @Schema(name = "LevelSentinel", description = "The member whose infusion was completed first.")
    public record SentinelView(
            String participant,
            LocalDate completed,

            @Schema(description = "The first day on which its observation is over.")
            LocalDate clearsOn,

            @Schema(description = "Whether its latest safety review found a significant risk.")
            boolean atRisk,

            @Schema(description = "Whether a review after the observation found none: others may follow.")
            boolean cleared) {}

    @Serdeable
    @Schema(name = "LevelNumbers")
    public record NumbersView(
            int treated,

            @Schema(
                    description =
                            "Observed to the end and answered, a DLT occurred, or ended early by a signed reason.")
            int evaluable,

            int dlts,

            @Schema(description = "Infused, and the observation goes on.")
            List<WaitingView> inWindow,

            @Schema(description = "The window is over and no answer is signed.")
            List<WaitingView> overdue) {}

    @Serdeable
    @Schema(name = "LevelWaiting")
    public record WaitingView(String participant, LocalDate until) {}

    @Serdeable
    @Schema(name = "LevelAdvice", description = "ELIMINATE: neither this level nor one above is used any more.")
    public record AdviceView(
            Move i3plus3,
            Move boin,
            boolean differ,

            @Schema(description = "There is no lower level to go to: a joint decision is needed.")
            boolean jointDecision) {}

    @Serdeable
    @Schema(name = "NextInfusion", description = "For somebody new, as far as the level is concerned.")
    public record NextView(
            @Schema(description = "The first possible day, or null where none is known.") @Nullable
            LocalDate on,

            @Schema(description = "What stands in the way today, or what has to be confirmed by that day.")
            List<Standing> standing) {}
}
