package org.protocolgate.review;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Dated;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Lasting;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.participant.Period;

/**
 * When a fact happened. Of what lasts, its end counts as what it tells last, or its beginning where it has no end.
 *
 * @param first the first day that it can speak of, or null where nobody knows
 * @param last what it tells last, or null where that has no date
 */
record Happening(@Nullable LocalDate first, @Nullable PartialDate last) {

    static Happening of(Fact fact) {
        if (fact instanceof Dated dated) {
            return new Happening(dated.on().earliest(), dated.on());
        }
        Period period = ((Lasting) fact).period();
        PartialDate start = period.start();
        PartialDate end = period.end();
        return new Happening(start == null ? null : start.earliest(), end == null ? start : end);
    }

    /** How many days later it was recorded, at least; null where it has no date. */
    @Nullable
    Integer atLeast(LocalDate recorded) {
        return last == null ? null : (int) ChronoUnit.DAYS.between(last.latest(), recorded);
    }

    /** The same, at most. */
    @Nullable
    Integer atMost(LocalDate recorded) {
        return last == null ? null : (int) ChronoUnit.DAYS.between(last.earliest(), recorded);
    }
}
