package org.protocolgate.protocol;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A length of time on the calendar, such as 14 days or 3 months. Months and years are clamped to the month's end, as
 * {@link LocalDate#minusMonths} does.
 */
public record Span(int amount, ChronoUnit unit) {

    public LocalDate before(LocalDate day) {
        return day.minus(amount, unit);
    }

    public LocalDate after(LocalDate day) {
        return day.plus(amount, unit);
    }

    public LocalDateTime before(LocalDateTime moment) {
        return moment.minus(amount, unit);
    }

    /**
     * The first day from which looking back over this span no longer reaches {@code day}. Because months are clamped, this
     * is not always {@code day} plus the span plus one day.
     */
    public LocalDate firstDayClearOf(LocalDate day) {
        LocalDate candidate = after(day);
        while (before(candidate).isAfter(day)) {
            candidate = candidate.minusDays(1);
        }
        while (!before(candidate).isAfter(day)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /** The first day from which looking back over this span reaches {@code day} or further. */
    public LocalDate firstDayReaching(LocalDate day) {
        return firstDayClearOf(day.minusDays(1));
    }

    /** Reads an amount in one of the units that a number of the protocol may have; none of them is a fraction. */
    static Span of(Number amount, String unit) {
        return new Span(amount.intValue(), ChronoUnit.valueOf(unit.toUpperCase(java.util.Locale.ROOT)));
    }

    /** Whether a unit of a number in the rule folder is one of time. */
    static boolean isTime(String unit) {
        return switch (unit) {
            case "hours", "days", "weeks", "months", "years" -> true;
            default -> false;
        };
    }

    /** Whether a unit of a number in the rule folder is one of time that days can be counted by. */
    static boolean isOfDays(String unit) {
        return isTime(unit) && !unit.equals("hours");
    }

    @Override
    public String toString() {
        return amount + " " + unit.name().toLowerCase(java.util.Locale.ROOT);
    }
}
