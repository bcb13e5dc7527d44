package org.protocolgate.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Drug;

/** What was taken on the day before screening started. Of steroids only those by mouth count. */
public final class DayBeforeScreening {

    private static final LocalDate FAR = LocalDate.of(9999, 12, 31);

    private final List<DrugExposure> taken;
    private final LocalDate day;
    private final DailyDose byMouth;

    DayBeforeScreening(List<DrugExposure> exposures, Equivalence equivalence, LocalDate day) {
        this.day = day;
        taken = exposures.stream()
                .filter(e -> e.isSteroid() || e.isPartner() || e.isUnreadableSystemic())
                .toList();
        DailyDose dose = DailyDose.NOTHING;
        for (DrugExposure e : taken) {
            Drug.Route route = e.drug().route();
            if (e.isSteroid()
                    && (route == null || route == Drug.Route.ORAL)
                    && e.period().perhapsCovers(day)) {
                boolean surely = route == Drug.Route.ORAL && e.period().surelyCovers(day);
                dose = dose.plus(surely, equivalence.of(e));
            }
        }
        byMouth = dose;
    }

    public LocalDate getDay() {
        return day;
    }

    /** Whether an immunosuppressant or a biologic surely covers the day. */
    public boolean isSurelyCombined() {
        return taken.stream().anyMatch(e -> e.isPartner() && e.period().surelyCovers(day));
    }

    public boolean isPerhapsCombined() {
        return taken.stream().anyMatch(e -> e.isPartner() && e.period().perhapsCovers(day));
    }

    /** Whether the prednisone-equivalent of steroids by mouth surely reaches a dose. */
    public boolean surelyAtLeast(BigDecimal milligrams) {
        return byMouth.surelyAtLeast(Fractions.of(milligrams));
    }

    public boolean perhapsAtLeast(BigDecimal milligrams) {
        return byMouth.perhapsAtLeast(Fractions.of(milligrams));
    }

    /** Whether a drug that nobody can read may have been taken. */
    public boolean isUnreadable() {
        return taken.stream()
                .anyMatch(e -> e.isUnreadableSystemic() && e.period().perhapsCovers(day));
    }

    /** The first start of screening whose day before may differ from this one, or null where nothing changes any more. */
    public @Nullable LocalDate getNextScreening() {
        DayRange alike = DayRange.alike(taken.stream().map(DrugExposure::period).toList(), day, FAR)
                .get(0);
        return alike.last().equals(FAR) ? null : alike.last().plusDays(1).plusDays(1);
    }

    /** The drugs that could cover the day. */
    public List<Drug> getDrugs() {
        return taken.stream()
                .filter(e -> e.period().perhapsCovers(day))
                .map(DrugExposure::drug)
                .toList();
    }
}
