package org.protocolgate.participant;

import java.time.LocalDate;

/** A step of the participant's way through the study. */
public record Milestone(Entry entry, Kind kind, PartialDate on) implements Dated {
    /** The steps that the study knows. */
    public enum Kind {
        SCREENING_STARTED,
        SCREEN_FAILED,
        LYMPHODEPLETION_PLANNED,
        LYMPHODEPLETION_STARTED,
        INFUSION_PLANNED,
        INFUSION_STARTED,
        INFUSION_COMPLETED,
        INFUSION_STOPPED,
        WITHDRAWN,
        STUDY_COMPLETED
    }

    /** Whether it says that an infusion was begun or ended. */
    public boolean ofInfusion() {
        return switch (kind) {
            case INFUSION_STARTED, INFUSION_COMPLETED, INFUSION_STOPPED -> true;
            default -> false;
        };
    }

    /** What is only planned, or a withdrawal, may lie ahead and counts all the same. */
    @Override
    public boolean liesAfter(LocalDate today) {
        return switch (kind) {
            case LYMPHODEPLETION_PLANNED, INFUSION_PLANNED, WITHDRAWN -> false;
            default -> on.earliest().isAfter(today);
        };
    }
}
