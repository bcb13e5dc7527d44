package org.protocolgate.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Drug;
import org.protocolgate.participant.Period;

/**
 * The prednisone-equivalent dose of systemic glucocorticoids day by day, exact and never rounded, as a range where dates or
 * doses are not known. A drug that nobody can read, not given by a local route, counts as a glucocorticoid of unknown dose.
 */
public final class Steroids {

    private final List<DrugExposure> taken;
    private final boolean withReplacement;
    private final List<@Nullable BigFraction> doses = new ArrayList<>();

    /** @param withReplacement whether steroids for physiological replacement count */
    Steroids(List<DrugExposure> exposures, Equivalence equivalence, boolean withReplacement) {
        this.withReplacement = withReplacement;
        taken = exposures.stream()
                .filter(e -> e.isSteroid() || e.isUnreadableSystemic())
                .filter(e -> withReplacement || !e.isPhysiologicalReplacement())
                .toList();
        taken.forEach(exposure -> doses.add(equivalence.of(exposure)));
    }

    /** Whether steroids given for physiological replacement are among them. */
    public boolean isWithReplacement() {
        return withReplacement;
    }

    /** Whether on some day of the window the dose was surely at least so many milligrams. */
    public boolean surelyAtLeast(BigDecimal milligrams, Window window) {
        return surely(milligrams, 1, window) != null;
    }

    /** Whether it perhaps was. */
    public boolean perhapsAtLeast(BigDecimal milligrams, Window window) {
        return perhaps(milligrams, 1, window) != null;
    }

    /** Whether it surely was on so many consecutive days of the window. */
    public boolean surelyAtLeast(BigDecimal milligrams, int days, Window window) {
        return surely(milligrams, days, window) != null;
    }

    /** Whether it perhaps was. */
    public boolean perhapsAtLeast(BigDecimal milligrams, int days, Window window) {
        return perhaps(milligrams, days, window) != null;
    }

    /** The last run of at least so many days within the window on each of which the dose was surely that high, or null. */
    public @Nullable SteroidRun surely(BigDecimal milligrams, int days, Window window) {
        return run(milligrams, days, window, true);
    }

    /** The last run of at least so many days within the window on each of which the dose was perhaps that high, or null. */
    public @Nullable SteroidRun perhaps(BigDecimal milligrams, int days, Window window) {
        return run(milligrams, days, window, false);
    }

    private @Nullable SteroidRun run(BigDecimal milligrams, int days, Window window, boolean surely) {
        if (window.isEmpty() || taken.isEmpty()) {
            return null;
        }
        BigFraction limit = Fractions.of(milligrams);
        List<DayRange> high = new ArrayList<>();
        for (DayRange alike : DayRange.alike(periods(), window.from(), window.to())) {
            DailyDose dose = on(alike.first());
            if (surely ? dose.surelyAtLeast(limit) : dose.perhapsAtLeast(limit)) {
                high.add(alike);
            }
        }
        List<DayRange> runs =
                DayRange.runs(high).stream().filter(run -> run.days() >= days).toList();
        if (runs.isEmpty()) {
            return null;
        }
        DayRange last = runs.get(runs.size() - 1);
        return new SteroidRun(last.first(), last.last(), drugsIn(last));
    }

    private DailyDose on(LocalDate day) {
        return DailyDose.on(day, taken, doses);
    }

    private List<Period> periods() {
        return taken.stream().map(DrugExposure::period).toList();
    }

    private List<Drug> drugsIn(DayRange days) {
        return taken.stream()
                .filter(e -> e.period().perhapsTouches(days.first(), days.last()))
                .map(DrugExposure::drug)
                .toList();
    }
}
