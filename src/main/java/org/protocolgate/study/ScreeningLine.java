package org.protocolgate.study;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.intake.SentQuestion;

/** A participant in the screening and enrolment log, by what is recorded at the moment of asking. */
@Serdeable
@Schema(name = "ScreeningLogLine")
public record ScreeningLine(
        String participant,
        State state,
        Instant enrolledAt,
        String enrolledBy,

        @Schema(description = "The version that the latest consent names, else the newest at enrolment.")
        String protocolVersion,

        @Schema(description = "Day of the latest consent, as far as it is known.") @Nullable
        String consentedOn,

        @Nullable String consentWithdrawnOn,
        @Nullable String screeningStartedOn,

        @Schema(description = "How often screening started: above 1 the participant was screened anew.")
        int screenings,

        @Nullable String level,
        @Nullable String infusedOn,

        @Schema(description = "When it failed in screening, withdrew or completed the study.") @Nullable
        String endedOn,

        @Schema(
                description = "Of a screen failure the criteria that the last answer on screening found not met;"
                        + " of a wrong code its reason.")
        List<Reason> reasons,

        @Schema(description = "The last answer at each gate that was asked.")
        List<AtGate> gates) {

    /** How a participant stands. */
    public enum State {
        /** Enrolled, but no consent is recorded. */
        NOT_CONSENTED,
        /** Consented; screening has not started. */
        CONSENTED,
        SCREENING,
        LYMPHODEPLETION,
        INFUSED,
        SCREEN_FAILED,
        WITHDRAWN,
        COMPLETED,
        /** The code was wrong. */
        VOIDED
    }

    /** Why it takes part no longer. */
    @Serdeable
    @Schema(name = "ScreeningLogReason")
    public record Reason(@Nullable String criterion, String text) {}

    /** The last answer at a gate. */
    @Serdeable
    @Schema(name = "ScreeningLogAnswer")
    public record AtGate(UUID decision, String gate, String on, String verdict, Instant decidedAt) {}

    /** A page of the log. */
    @Serdeable
    @Schema(name = "ScreeningLog")
    public record Page(
            List<ScreeningLine> participants,

            @Schema(description = "Its number, from 1 on.") int page,

            int pages,

            @Schema(description = "How many participants there are on all pages.")
            int total) {}

    /** The verdict of the newest answer, or null where nothing was asked. */
    @Nullable
    String lastVerdict() {
        return gates.stream()
                .max(Comparator.comparing(AtGate::decidedAt))
                .map(AtGate::verdict)
                .orElse(null);
    }

    /** The first day of the screening, else of the consent, as far as it is known. */
    @Nullable
    LocalDate began() {
        String day = screeningStartedOn == null ? consentedOn : screeningStartedOn;
        return day == null ? null : SentQuestion.keptDay(day).earliest();
    }

    ScreeningLine because(List<Reason> why) {
        return new ScreeningLine(
                participant,
                state,
                enrolledAt,
                enrolledBy,
                protocolVersion,
                consentedOn,
                consentWithdrawnOn,
                screeningStartedOn,
                screenings,
                level,
                infusedOn,
                endedOn,
                why,
                gates);
    }
}
