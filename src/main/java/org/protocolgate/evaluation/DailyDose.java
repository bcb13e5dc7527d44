package org.protocolgate.evaluation;

import java.time.LocalDate;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Period;

/**
 * What was taken a day, as far as it is known.
 *
 * @param least what was surely taken, in mg
 * @param most what was at most taken, in mg; null where there is no bound
 */
record DailyDose(BigFraction least, @Nullable BigFraction most) {

    static final DailyDose NOTHING = new DailyDose(BigFraction.ZERO, BigFraction.ZERO);

    /** What was taken on a day of several drugs, each with its dose a day where that is known. */
    static DailyDose on(LocalDate day, List<DrugExposure> taken, List<@Nullable BigFraction> doses) {
        DailyDose dose = NOTHING;
        for (int i = 0; i < taken.size(); i++) {
            Period period = taken.get(i).period();
            if (period.perhapsCovers(day)) {
                dose = dose.plus(period.surelyCovers(day), doses.get(i));
            }
        }
        return dose;
    }

    /** With a drug that is surely or perhaps taken that day, of a dose that may not be known. */
    DailyDose plus(boolean surely, @Nullable BigFraction dose) {
        BigFraction more = surely && dose != null ? least.add(dose) : least;
        return new DailyDose(more, most == null || dose == null ? null : most.add(dose));
    }

    boolean isExact() {
        return most != null && least.equals(most);
    }

    boolean surelyAtLeast(BigFraction limit) {
        return least.compareTo(limit) >= 0;
    }

    boolean perhapsAtLeast(BigFraction limit) {
        return most == null || most.compareTo(limit) >= 0;
    }

    /** Whether no dose could be both this and the other. */
    boolean surelyDiffersFrom(DailyDose other) {
        return (most != null && most.compareTo(other.least) < 0)
                || (other.most != null && other.most.compareTo(least) < 0);
    }
}
