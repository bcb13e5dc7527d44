package org.protocolgate.participant;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Participation in a clinical study, its last dose and the half-life of its product in days. */
public record StudyParticipation(
        Entry entry,
        @Nullable String study,
        Period period,
        @Nullable PartialDate lastDose,
        @Nullable BigDecimal halfLifeDays,
        boolean noProduct)
        implements Lasting {

    @Override
    public StudyParticipation asOf(LocalDate today) {
        Period read = period.asOf(today);
        return read.equals(period)
                ? this
                : new StudyParticipation(entry, study, read, lastDose, halfLifeDays, noProduct);
    }
}
