package org.protocolgate.participant;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The dose level, cohort and phase given to a participant, and the cells planned. */
public record DoseAssignment(
        Entry entry,
        @Nullable BigDecimal level,
        @Nullable String cohort,
        @Nullable Phase phase,
        @Nullable BigDecimal plannedCells,
        PartialDate on)
        implements Dated {}
