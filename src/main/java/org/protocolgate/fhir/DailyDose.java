package org.protocolgate.fhir;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Timing;
import org.jspecify.annotations.Nullable;

/**
 * The dose of a day, only where a dosage says one: a single dosage, so much at a time, so many times each day.
 *
 * @param value in the unit
 * @param unit mg, g or ug
 * @param why there is none
 */
record DailyDose(@Nullable BigDecimal value, @Nullable String unit, String why) {

    private static final BigDecimal HOURS = BigDecimal.valueOf(24);
    private static final BigDecimal LEAST_HOURS = BigDecimal.ONE;
    private static final int MOST_TIMES = 24;
    private static final Map<String, Integer> TIMES =
            Map.of("QD", 1, "AM", 1, "PM", 1, "BED", 1, "BID", 2, "TID", 3, "QID", 4, "Q12H", 2, "Q8H", 3, "Q6H", 4);
    private static final Map<String, String> MASSES =
            Map.of("mg", "mg", "g", "g", "ug", "ug", "mcg", "ug", "MG", "mg", "milligram", "mg");
    private static final Set<String> PIECES = Set.of(
            "{tbl}",
            "{tablet}",
            "{tab}",
            "{capsule}",
            "{cap}",
            "tablet",
            "tablets",
            "tab",
            "capsule",
            "capsules",
            "TAB",
            "CAP");

    /** @param pieces milligrams in one piece of the product, or nothing */
    static DailyDose of(List<Dosage> dosages, String pieces) {
        if (dosages.size() != 1) {
            return none(dosages.isEmpty() ? "no dose is said" : "several dosages: which held on which day is not said");
        }
        Dosage dosage = dosages.get(0);
        if (dosage.hasAsNeeded() && !isFalse(dosage)) {
            return none("taken as needed: no daily dose");
        }
        if (dosage.getDoseAndRate().size() != 1
                || !(dosage.getDoseAndRate().get(0).getDose() instanceof Quantity dose)) {
            return none("no single dose is said");
        }
        DailyDose amount = amount(dose, pieces);
        Integer times = times(dosage.getTiming());
        if (amount.value() == null) {
            return amount;
        }
        return times == null
                ? none("how often a day it is taken is not said, or it is not the same each day")
                : new DailyDose(amount.value().multiply(BigDecimal.valueOf(times)), amount.unit(), "");
    }

    private static boolean isFalse(Dosage dosage) {
        return dosage.hasAsNeededBooleanType()
                && Boolean.FALSE.equals(dosage.getAsNeededBooleanType().getValue());
    }

    /** A dose at one time. */
    static DailyDose amount(@Nullable Quantity dose, String pieces) {
        if (dose == null || !dose.hasValue() || dose.hasComparator()) {
            return none("no dose is said");
        }
        String unit = dose.hasCode() ? dose.getCode() : dose.getUnit();
        String mass = unit == null ? null : MASSES.get(unit);
        if (mass != null) {
            return new DailyDose(dose.getValue(), mass, "");
        }
        if (unit == null) {
            return none("the dose has no unit");
        }
        if (!PIECES.contains(unit)) {
            return none("the unit of the dose, " + unit + ", is none of mass");
        }
        return pieces.isEmpty()
                ? none("how many milligrams are in a piece is not in the tables")
                : new DailyDose(dose.getValue().multiply(new BigDecimal(pieces)), "mg", "");
    }

    /** How many times each day, or null where that is not one number. */
    private static @Nullable Integer times(@Nullable Timing timing) {
        if (timing == null || timing.isEmpty()) {
            return null;
        }
        Timing.TimingRepeatComponent repeat = timing.getRepeat();
        if (!timing.hasRepeat() || !repeat.hasPeriod() && !repeat.hasFrequency() && !repeat.hasTimeOfDay()) {
            return coded(timing);
        }
        boolean varies = repeat.hasFrequencyMax() || repeat.hasPeriodMax() || repeat.hasDayOfWeek() || repeat.hasWhen();
        if (varies || repeat.hasCount()) {
            return null;
        }
        if (repeat.hasTimeOfDay()) {
            return repeat.hasPeriod() || repeat.hasFrequency()
                    ? null
                    : repeat.getTimeOfDay().size();
        }
        if (!repeat.hasPeriod() || !repeat.hasPeriodUnit() || repeat.getPeriod().signum() <= 0) {
            return null;
        }
        BigDecimal hours = switch (repeat.getPeriodUnit()) {
            case H -> repeat.getPeriod();
            case D -> repeat.getPeriod().multiply(HOURS);
            default -> null;
        };
        if (hours == null
                || hours.compareTo(HOURS) > 0
                || hours.compareTo(LEAST_HOURS) < 0
                || HOURS.remainder(hours).signum() != 0) {
            return null;
        }
        int frequency = repeat.hasFrequency() ? repeat.getFrequency() : 1;
        boolean possible = frequency > 0 && frequency <= MOST_TIMES;
        return possible ? HOURS.divide(hours).intValueExact() * frequency : null;
    }

    private static @Nullable Integer coded(Timing timing) {
        return timing.getCode().getCoding().stream()
                .filter(coding -> coding.hasCode() && TIMES.containsKey(coding.getCode()))
                .map(coding -> TIMES.get(coding.getCode()))
                .findFirst()
                .orElse(null);
    }

    private static DailyDose none(String why) {
        return new DailyDose(null, null, why);
    }
}
