package org.protocolgate.deviation;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.protocol.Gate;

/** A deviation as it is sent. */
@Serdeable
@Schema(name = "Deviation", description = "Something that happened although a finding stood.")
public record DeviationView(
        UUID id,
        String participant,
        Kind kind,

        @Schema(description = "The gate that had to be passed for what happened.")
        Gate gate,

        @Nullable String criterion,
        @Nullable String title,

        @Schema(description = "Why it is a deviation.") String what,

        @Schema(description = "As it was recorded when the deviation was found.", example = "2026-03-10T11:30")
        String happenedOn,

        Instant foundAt,

        @Schema(description = "Identifiers of the facts that it rests on.")
        List<String> evidence,

        @Schema(
                description =
                        "Of an infusion without authorisation: the criteria that were not met, or not known, that day by what"
                                + " was recorded when the deviation was found.")
        Map<String, String> open,

        @Nullable UUID decision,
        @Nullable UUID authorisation,

        @Schema(description = "Another participant whose record showed it, or whose infusion it is about.") @Nullable
        String other,

        State state,

        @Schema(description = "By what was recorded since, it did not happen or nothing stood in the way.")
        boolean causeGone,

        @Schema(
                description =
                        "What was said of it since, the oldest first; of several completions the last one counts.")
        List<StepView> steps) {

    /** What became of it. */
    public enum State {
        /** The service drafted it, and nobody has completed it. */
        DRAFT,
        /** A person has. */
        COMPLETED,
        /** Its cause was gone before anybody had. */
        NO_LONGER
    }

    /** Something that was said of it. */
    @Serdeable
    @Schema(name = "DeviationStep")
    public record StepView(
            StepKind kind,
            @Nullable String assessment,
            @Nullable String action,

            @Schema(description = "To whom it was reported.") @Nullable
            String reportedTo,

            Instant at,
            String by) {

        private static StepView of(Step step) {
            Continuation says = step.continuation();
            return new StepView(
                    says.kind(),
                    says.assessment(),
                    says.action(),
                    says.reportedTo(),
                    step.recordedAt(),
                    step.recordedBy());
        }
    }

    /** A page, newest first. */
    @Serdeable
    @Schema(name = "DeviationPage")
    public record Page(
            List<DeviationView> deviations,

            @Schema(description = "What to give as `before` for the next page; null on the last.") @Nullable
            UUID next) {}

    static DeviationView of(Deviation kept, List<Step> steps, Locale language) {
        Draft draft = kept.draft();
        String tag = language.toLanguageTag();
        return new DeviationView(
                kept.id(),
                kept.participant(),
                draft.kind(),
                draft.gate(),
                draft.criterion(),
                draft.title().get(tag),
                draft.what().getOrDefault(tag, ""),
                draft.happenedOn(),
                kept.recordedAt(),
                draft.evidence(),
                draft.open(),
                draft.decision(),
                draft.authorisation(),
                draft.other(),
                state(steps),
                steps.stream().anyMatch(step -> step.is(StepKind.CAUSE_GONE)),
                steps.stream().map(StepView::of).toList());
    }

    static State state(List<Step> steps) {
        if (steps.stream().anyMatch(step -> step.is(StepKind.COMPLETED))) {
            return State.COMPLETED;
        }
        return steps.isEmpty() ? State.DRAFT : State.NO_LONGER;
    }
}
