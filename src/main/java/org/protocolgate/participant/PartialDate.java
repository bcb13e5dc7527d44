package org.protocolgate.participant;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A day that may be known only to the month or the year: one unknown day from {@code earliest} to {@code latest}, both inclusive.
 * A full date may carry the local time of the study site.
 *
 * @param earliest first day it can be
 * @param latest last day it can be
 * @param time the moment, where a time was given; its day is then {@code earliest} and {@code latest}
 */
public record PartialDate(
        LocalDate earliest, LocalDate latest, @Nullable LocalDateTime time) {

    public static PartialDate of(LocalDate day) {
        return new PartialDate(day, day, null);
    }

    public static PartialDate at(LocalDateTime moment) {
        return new PartialDate(moment.toLocalDate(), moment.toLocalDate(), moment);
    }

    public static PartialDate in(YearMonth month) {
        return new PartialDate(month.atDay(1), month.atEndOfMonth(), null);
    }

    public static PartialDate in(Year year) {
        return new PartialDate(year.atDay(1), year.atMonth(12).atEndOfMonth(), null);
    }

    /** Whether the day itself is known. */
    public boolean isFull() {
        return earliest.equals(latest);
    }

    /** The earliest moment in the order of records: its time, the end of a full day, or the start of a vague range. */
    public LocalDateTime firstMoment() {
        if (time != null) {
            return time;
        }
        return isFull() ? latest.atTime(LocalTime.MAX) : earliest.atStartOfDay();
    }

    /** The last moment it can be, by which records are ordered. */
    public LocalDateTime lastMoment() {
        return time != null ? time : latest.atTime(LocalTime.MAX);
    }

    /** Whether the day lies in the closed range from {@code from} to {@code to}, whichever day it is. */
    public boolean surelyWithin(LocalDate from, LocalDate to) {
        return !earliest.isBefore(from) && !latest.isAfter(to);
    }

    /** Whether the day can lie in the closed range from {@code from} to {@code to}. */
    public boolean perhapsWithin(LocalDate from, LocalDate to) {
        return !from.isAfter(to) && !latest.isBefore(from) && !earliest.isAfter(to);
    }

    /** The date as it was written: year, month or day, and the time where there is one. */
    @Override
    public String toString() {
        if (time != null) {
            return time.toString();
        }
        if (isFull()) {
            return earliest.toString();
        }
        return earliest.getMonth() == latest.getMonth()
                ? YearMonth.from(earliest).toString()
                : Year.from(earliest).toString();
    }
}
