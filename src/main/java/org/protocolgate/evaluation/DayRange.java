package org.protocolgate.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.protocolgate.participant.Period;

/** Consecutive days, both ends inside. */
record DayRange(LocalDate first, LocalDate last) {

    /**
     * Cuts the days from {@code from} to {@code to} where some period may begin or end, so that within each piece every
     * day is alike.
     */
    static List<DayRange> alike(Collection<Period> periods, LocalDate from, LocalDate to) {
        TreeSet<LocalDate> starts = new TreeSet<>();
        starts.add(from);
        for (Period period : periods) {
            add(starts, period.earliestStart(), from, to);
            add(starts, period.latestStart(), from, to);
            addNext(starts, period.earliestEnd(), from, to);
            addNext(starts, period.latestEnd(), from, to);
        }
        List<DayRange> pieces = new ArrayList<>(starts.size());
        LocalDate start = null;
        for (LocalDate next : starts) {
            if (start != null) {
                pieces.add(new DayRange(start, next.minusDays(1)));
            }
            start = next;
        }
        if (start != null && !start.isAfter(to)) {
            pieces.add(new DayRange(start, to));
        }
        return pieces;
    }

    private static void add(TreeSet<LocalDate> starts, LocalDate day, LocalDate from, LocalDate to) {
        if (day.isAfter(from) && !day.isAfter(to)) {
            starts.add(day);
        }
    }

    private static void addNext(TreeSet<LocalDate> starts, LocalDate day, LocalDate from, LocalDate to) {
        if (!day.isBefore(from) && day.isBefore(to)) {
            starts.add(day.plusDays(1));
        }
    }

    /** Joins pieces that touch into runs; the pieces come in order. */
    static List<DayRange> runs(List<DayRange> pieces) {
        List<DayRange> runs = new ArrayList<>();
        for (DayRange piece : pieces) {
            DayRange before = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (before != null && before.last().plusDays(1).equals(piece.first())) {
                runs.set(runs.size() - 1, new DayRange(before.first(), piece.last()));
            } else {
                runs.add(piece);
            }
        }
        return runs;
    }

    /** How many days there are. */
    long days() {
        return java.time.temporal.ChronoUnit.DAYS.between(first, last) + 1;
    }
}
