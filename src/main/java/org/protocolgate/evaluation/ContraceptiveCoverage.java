package org.protocolgate.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Contraception;
import org.protocolgate.participant.Period;
import org.protocolgate.protocol.Tables;

/** Which days highly effective methods of contraception cover, together; a method that is not named may be one. */
public final class ContraceptiveCoverage {

    private static final String HIGHLY_EFFECTIVE = "highly effective";

    private final List<Contraception> recorded;
    private final List<Contraception> sure;
    private final List<Contraception> possible;

    ContraceptiveCoverage(List<Contraception> recorded, Tables tables) {
        Set<String> effective = tables.table("methods").stream()
                .filter(row -> row.group().equals(HIGHLY_EFFECTIVE))
                .map(Tables.Row::item)
                .collect(Collectors.toSet());
        this.recorded = recorded;
        sure = recorded.stream()
                .filter(c -> c.method() != null && effective.contains(c.method().name()))
                .toList();
        possible = recorded.stream()
                .filter(c -> c.method() == null || effective.contains(c.method().name()))
                .toList();
    }

    /** Whether no contraception of any kind is recorded. */
    public boolean isUnrecorded() {
        return recorded.isEmpty();
    }

    /** Whether every day of the window is surely covered. */
    public boolean surelyFills(Window window) {
        return lastGap(sure, window, Period::surelyCovers) == null;
    }

    /** Whether every day of the window may be covered. */
    public boolean perhapsFills(Window window) {
        return lastGap(possible, window, Period::perhapsCovers) == null;
    }

    /** The last day of the window that no method can cover, or null where each may be covered. */
    public @Nullable LocalDate lastGap(Window window) {
        return lastGap(possible, window, Period::perhapsCovers);
    }

    /** The last day of the window that no method surely covers, or null where each is covered. */
    public @Nullable LocalDate lastDoubt(Window window) {
        return lastGap(sure, window, Period::surelyCovers);
    }

    public List<Contraception> getRecorded() {
        return recorded;
    }

    private static @Nullable LocalDate lastGap(
            List<Contraception> methods, Window window, BiPredicate<Period, LocalDate> covers) {
        List<DayRange> pieces = window.isEmpty()
                ? List.of()
                : DayRange.alike(methods.stream().map(Contraception::period).toList(), window.from(), window.to());
        LocalDate gap = null;
        for (DayRange alike : pieces) {
            if (methods.stream().noneMatch(m -> covers.test(m.period(), alike.first()))) {
                gap = alike.last();
            }
        }
        return gap;
    }
}
