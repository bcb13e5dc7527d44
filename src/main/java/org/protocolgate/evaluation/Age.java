package org.protocolgate.evaluation;

import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.PartialDate;

/** Completed years on a day, as a range where the birth date or the day is known only in part. */
public record Age(int youngest, int oldest) {

    /** Null where the birth date or the day is missing. */
    public static @Nullable Age on(@Nullable PartialDate day, @Nullable PartialDate birth) {
        if (day == null || birth == null) {
            return null;
        }
        return new Age(
                Period.between(birth.latest(), day.earliest()).getYears(),
                Period.between(birth.earliest(), day.latest()).getYears());
    }

    public boolean surelyWithin(int least, int most) {
        return youngest >= least && oldest <= most;
    }

    public boolean surelyOutside(int least, int most) {
        return oldest < least || youngest > most;
    }

    @Override
    public String toString() {
        return youngest == oldest ? Integer.toString(youngest) : youngest + "-" + oldest;
    }
}
