package org.protocolgate.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Drug;
import org.protocolgate.protocol.Span;

/**
 * The days on which a systemic glucocorticoid was taken together with an immunosuppressant or a biologic, which may change.
 * A drug that nobody can read may have been one of the two, a different one on each day.
 */
public final class Combination {

    private static final LocalDate FAR = LocalDate.of(9999, 12, 31);

    private final List<DrugExposure> taken;
    private final List<DayRange> sure;
    private final List<DayRange> possible;

    Combination(List<DrugExposure> exposures) {
        taken = exposures.stream()
                .filter(e -> e.isSteroid() || e.isPartner() || e.isUnreadableSystemic())
                .toList();
        List<DayRange> surePieces = new ArrayList<>();
        List<DayRange> possiblePieces = new ArrayList<>();
        for (DayRange alike :
                DayRange.alike(taken.stream().map(DrugExposure::period).toList(), LocalDate.MIN, FAR)) {
            if (surelyOn(alike.first())) {
                surePieces.add(alike);
            }
            if (perhapsOn(alike.first())) {
                possiblePieces.add(alike);
            }
        }
        sure = DayRange.runs(surePieces);
        possible = DayRange.runs(possiblePieces);
    }

    /** Whether a run of such days up to and including {@code day} surely lasted the span. */
    public boolean surelyLasted(Span span, LocalDate day) {
        return sure.stream().anyMatch(run -> lasts(run, span, day));
    }

    /** Whether it perhaps did. */
    public boolean perhapsLasted(Span span, LocalDate day) {
        return possible.stream().anyMatch(run -> lasts(run, span, day));
    }

    /** The first day up to which a run can have lasted the span, or null where none ever will have by what is recorded. */
    public @Nullable LocalDate firstPossiblyLasting(Span span) {
        return possible.stream()
                .filter(run -> lasts(run, span, FAR))
                .map(run -> span.after(run.first()).minusDays(1))
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** The drugs it could consist of. */
    public List<Drug> getDrugs() {
        return taken.stream().map(DrugExposure::drug).toList();
    }

    private static boolean lasts(DayRange run, Span span, LocalDate upTo) {
        LocalDate last = run.last().isBefore(upTo) ? run.last() : upTo;
        return !run.first().isAfter(last) && !span.after(run.first()).isAfter(last.plusDays(1));
    }

    private boolean surelyOn(LocalDate day) {
        return taken.stream().anyMatch(e -> e.isSteroid() && e.period().surelyCovers(day))
                && taken.stream().anyMatch(e -> e.isPartner() && e.period().surelyCovers(day));
    }

    private boolean perhapsOn(LocalDate day) {
        boolean steroid =
                taken.stream().anyMatch(e -> e.isSteroid() && e.period().perhapsCovers(day));
        boolean partner =
                taken.stream().anyMatch(e -> e.isPartner() && e.period().perhapsCovers(day));
        long unreadable = taken.stream()
                .filter(e -> !e.readable() && e.period().perhapsCovers(day))
                .count();
        return unreadable + (steroid ? 1 : 0) + (partner ? 1 : 0) > 1;
    }
}
