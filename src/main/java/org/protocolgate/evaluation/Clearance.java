package org.protocolgate.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Lab;
import org.protocolgate.participant.Participant;
import org.protocolgate.participant.Vital;
import org.protocolgate.protocol.Tables;

/**
 * Creatinine clearance in mL/min by the formula of Cockcroft and Gault (1976), exact and never rounded. It is a range where
 * the age is one; it is not known where the sample was taken under hydration, or a unit is one that is not converted.
 */
public final class Clearance {

    private static final String FORMULA = "cockcroft-gault";

    private final Latest<Lab> creatinine;
    private final Latest<Vital> weight;
    private final @Nullable BigFraction lowest;
    private final @Nullable BigFraction highest;

    Clearance(Participant participant, Latest<Lab> creatinine, Latest<Vital> weight, Tables tables) {
        this.creatinine = creatinine;
        this.weight = weight;
        Lab lab = creatinine.value();
        Age age = lab == null ? null : Age.on(lab.on(), participant.birthDate());
        BigFraction milligrams = lab == null || lab.hydrated() ? null : Creatinine.perDecilitre(lab, tables);
        BigFraction kilograms = kilograms(weight.value());
        if (age == null || milligrams == null || kilograms == null) {
            lowest = null;
            highest = null;
        } else {
            BigFraction sex =
                    participant.sex() == Participant.Sex.FEMALE ? constant(tables, "female factor") : BigFraction.ONE;
            BigFraction perYear =
                    kilograms.multiply(sex).divide(constant(tables, "divisor").multiply(milligrams));
            BigFraction from = constant(tables, "age from");
            lowest = from.subtract(age.oldest()).multiply(perYear);
            highest = from.subtract(age.youngest()).multiply(perYear);
        }
    }

    public boolean surelyAtLeast(BigDecimal limit) {
        return lowest != null && lowest.compareTo(Fractions.of(limit)) >= 0;
    }

    public boolean surelyBelow(BigDecimal limit) {
        return highest != null && highest.compareTo(Fractions.of(limit)) < 0;
    }

    /** To one decimal, cut off, for people; decisions never use it. */
    public String getShown() {
        return lowest == null || highest == null
                ? ""
                : lowest.equals(highest)
                        ? Fractions.shown(lowest)
                        : Fractions.shown(lowest) + "-" + Fractions.shown(highest);
    }

    /** The laboratory result and the weight it was computed from, or those that leave the doubt. */
    public List<Fact> getFacts() {
        return Stream.<Fact>concat(creatinine.facts().stream(), weight.facts().stream())
                .toList();
    }

    private static @Nullable BigFraction kilograms(@Nullable Vital weight) {
        return weight == null || weight.value() == null || !Objects.equals(weight.unit(), "kg")
                ? null
                : Fractions.of(weight.value());
    }

    private static BigFraction constant(Tables tables, String name) {
        return Fractions.of(tables.number(FORMULA, name));
    }
}
