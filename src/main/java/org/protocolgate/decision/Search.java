package org.protocolgate.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.protocolgate.evaluation.AnchorDay;
import org.protocolgate.evaluation.Evaluation;
import org.protocolgate.evaluation.Evaluation.Outcome;
import org.protocolgate.evaluation.Finding;
import org.protocolgate.evaluation.Holds;
import org.protocolgate.evaluation.Status;

/**
 * Looks for the first day on which nothing is not met. It asks day by day in principle, and leaps over the days on which a
 * finding says of itself that it surely goes on holding.
 *
 * @param moves whether an anchor is the day that is moved
 * @param ask the evaluation with that day moved
 * @param last the last day that is looked at
 */
record Search(Predicate<@Nullable AnchorDay> moves, Function<LocalDate, Evaluation> ask, LocalDate last) {

    /** The first such day after {@code present}, where {@code held} was not met; null where there is none, or where a rule fails. */
    @Nullable
    LocalDate after(LocalDate present, Collection<Outcome> held) {
        LocalDate day = next(present, held);
        while (day != null) {
            Evaluation tried = ask.apply(day);
            if (tried.fault() != null) {
                return null;
            }
            List<Outcome> still = notMet(tried);
            if (still.isEmpty()) {
                return day;
            }
            day = next(day, still);
        }
        return null;
    }

    /** All such days from one on; a day on which a rule fails is none, for nothing is known of it. */
    List<LocalDate> clear(LocalDate from) {
        List<LocalDate> clear = new ArrayList<>();
        LocalDate day = from.isAfter(last) ? null : from;
        while (day != null) {
            Evaluation tried = ask.apply(day);
            List<Outcome> held = notMet(tried);
            if (tried.fault() == null && held.isEmpty()) {
                clear.add(day);
            }
            day = next(day, held);
        }
        return List.copyOf(clear);
    }

    static List<Outcome> notMet(Evaluation evaluation) {
        return evaluation.outcomes().stream()
                .filter(o -> o.status() == Status.NOT_MET)
                .toList();
    }

    /** The next day worth asking about, or null where what is held now is held until the end. */
    private @Nullable LocalDate next(LocalDate day, Collection<Outcome> held) {
        LocalDate next = day.plusDays(1);
        for (Outcome outcome : held) {
            for (Finding finding : outcome.findings()) {
                Holds holds = finding.holds();
                if (holds == null) {
                    continue;
                }
                if (holds.until() == null || !moves.test(holds.anchor())) {
                    return null;
                }
                if (holds.until().isAfter(next)) {
                    next = holds.until();
                }
            }
        }
        return next.isAfter(last) ? null : next;
    }
}
