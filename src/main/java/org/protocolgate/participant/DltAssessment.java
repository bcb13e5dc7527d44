package org.protocolgate.participant;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The signed answer whether a dose limiting toxicity occurred, or why observation ended early. */
public record DltAssessment(
        Entry entry, @Nullable Boolean dlt, @Nullable EarlyCompletion earlyCompletion, PartialDate on)
        implements Dated {

    /**
     * Whether it answers for an infusion: observation ended early for a stated reason, a toxicity occurred since, or none
     * did by an answer given when the observation was over.
     */
    public boolean answersFor(LocalDate infusion, LocalDate end) {
        boolean occurred = Boolean.TRUE.equals(dlt) && !on.earliest().isBefore(infusion);
        boolean complete = dlt != null && !on.earliest().isBefore(end);
        return earlyCompletion != null || occurred || complete;
    }

    /** Reasons for which the protocol lets the observation end early. */
    public enum EarlyCompletion {
        PROGRESSION_OR_WITHDRAWAL,
        NO_EXPANSION,
        TREATMENT_INEFFECTIVE,
        AE_NOT_RELATED
    }
}
