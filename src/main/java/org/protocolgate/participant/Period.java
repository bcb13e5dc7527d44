package org.protocolgate.participant;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days over which something held, with what is unknown about its ends kept as ranges: it began on a day from
 * {@code earliestStart} to {@code latestStart} and ended on a day from {@code earliestEnd} to {@code latestEnd}.
 * An unknown start reaches back to {@link LocalDate#MIN}, an unknown or open end on to {@link LocalDate#MAX}.
 *
 * @param start the start as recorded
 * @param end the end as recorded
 * @param ongoing whether it was recorded as going on
 */
public record Period(
        @Nullable PartialDate start,
        @Nullable PartialDate end,
        boolean ongoing,
        LocalDate earliestStart,
        LocalDate latestStart,
        LocalDate earliestEnd,
        LocalDate latestEnd) {

    /** From {@code start} to {@code end}, either of which may be unknown. */
    public static Period between(@Nullable PartialDate start, @Nullable PartialDate end) {
        LocalDate s0 = start == null ? LocalDate.MIN : start.earliest();
        LocalDate e1 = end == null ? LocalDate.MAX : end.latest();
        LocalDate s1 = start == null ? e1 : min(start.latest(), e1);
        LocalDate e0 = end == null ? s0 : max(end.earliest(), s0);
        return new Period(start, end, false, s0, s1, e0, e1);
    }

    /** On one day, known or not. */
    public static Period on(PartialDate day) {
        return new Period(day, day, false, day.earliest(), day.latest(), day.earliest(), day.latest());
    }

    /** Begun on {@code start}, or at an unknown time, and still going on. */
    public static Period ongoingSince(@Nullable PartialDate start) {
        LocalDate s0 = start == null ? LocalDate.MIN : start.earliest();
        LocalDate s1 = start == null ? LocalDate.MAX : start.latest();
        return new Period(start, null, true, s0, s1, LocalDate.MAX, LocalDate.MAX);
    }

    /** Before every window, as an allergy of unknown date is. */
    public static Period always() {
        return new Period(null, null, false, LocalDate.MIN, LocalDate.MIN, LocalDate.MAX, LocalDate.MAX);
    }

    /** The same period read on {@code today}: what goes on has begun by then, unless it surely starts later. */
    public Period asOf(LocalDate today) {
        if (!ongoing || earliestStart.isAfter(today) || !latestStart.isAfter(today)) {
            return this;
        }
        return new Period(start, end, true, earliestStart, today, earliestEnd, latestEnd);
    }

    /** Whether it holds on some day of the closed range, whatever the unknown dates are; never for a range that ends before it starts. */
    public boolean surelyTouches(LocalDate from, LocalDate to) {
        return !from.isAfter(to) && !latestStart.isAfter(to) && !earliestEnd.isBefore(from);
    }

    /** Whether it can hold on some day of the closed range. */
    public boolean perhapsTouches(LocalDate from, LocalDate to) {
        return !from.isAfter(to) && !earliestStart.isAfter(to) && !latestEnd.isBefore(from);
    }

    public boolean surelyCovers(LocalDate day) {
        return !latestStart.isAfter(day) && !earliestEnd.isBefore(day);
    }

    public boolean perhapsCovers(LocalDate day) {
        return !earliestStart.isAfter(day) && !latestEnd.isBefore(day);
    }

    private static LocalDate min(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate max(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
