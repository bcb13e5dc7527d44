package org.protocolgate.evaluation;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Drug;
import org.protocolgate.participant.DrugClass;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Period;
import org.protocolgate.protocol.Terminology;

/**
 * A drug taken, with the classes it is known to belong to. A drug that cannot be mapped is unreadable: it may be of any
 * class until somebody classifies it.
 *
 * @param drug the fact
 * @param readable whether its classes are known
 * @param classes the classes known
 * @param substance what tells one drug from another, or null where only code or name do
 */
public record DrugExposure(
        Drug drug,
        boolean readable,
        Set<DrugClass> classes,
        @Nullable String substance) implements OfFact {

    private static final Map<String, BigDecimal> MILLIGRAMS =
            Map.of("mg", BigDecimal.ONE, "g", new BigDecimal("1000"), "ug", new BigDecimal("0.001"));

    @Override
    public Fact fact() {
        return drug;
    }

    /** A drug as it is classified: by a person, else by its code, else by its name. */
    public static DrugExposure of(Drug drug, Terminology terminology) {
        Terminology.Match match = match(drug, terminology);
        String substance = match == null ? null : match.substance();
        if (drug.classifiedAs() != null) {
            return new DrugExposure(drug, true, drug.classifiedAs(), substance);
        }
        if (match == null) {
            return new DrugExposure(drug, false, Set.of(), null);
        }
        Set<DrugClass> classes = EnumSet.noneOf(DrugClass.class);
        match.classes().forEach(name -> classes.add(DrugClass.valueOf(name)));
        return new DrugExposure(drug, true, classes, substance);
    }

    /** A code that can be mapped decides, whatever the name says; else the name is tried. */
    private static Terminology.@Nullable Match match(Drug drug, Terminology terminology) {
        Drug.Code code = drug.code();
        Terminology.Match byCode = null;
        if (code != null) {
            byCode = switch (code.system()) {
                case ATC -> terminology.atc(code.value());
                case RXNORM -> terminology.rxnorm(code.value());
            };
        }
        return byCode != null || drug.name() == null ? byCode : terminology.name(drug.name());
    }

    public Period period() {
        return drug.period();
    }

    public boolean isOngoing() {
        return drug.period().ongoing();
    }

    /** Whether it acts on the whole body: every route but the local ones, and a route that is not known. */
    public boolean isSystemic() {
        return drug.route() == null || !drug.route().isLocal();
    }

    /** Whether it is known to count as a drug of the class: by a systemic route, a JAK inhibitor by any. */
    public boolean surelyA(DrugClass drugClass) {
        return readable && classes.contains(drugClass) && (isSystemic() || drugClass == DrugClass.JAK_INHIBITOR);
    }

    /** Whether it counts, or may count, as a drug of the class. */
    public boolean perhapsA(DrugClass drugClass) {
        return !readable || surelyA(drugClass);
    }

    public boolean surelyTaken(DrugClass drugClass, Window window) {
        return surelyA(drugClass) && window.surelyTouchedBy(drug.period());
    }

    public boolean perhapsTaken(DrugClass drugClass, Window window) {
        return perhapsA(drugClass) && window.perhapsTouchedBy(drug.period());
    }

    /** Whether it is taken without a planned end within the window. */
    public boolean surelyLongTerm(DrugClass drugClass, Window window) {
        return isOngoing() && surelyTaken(drugClass, window);
    }

    /** Whether it may be: it is not, where it has surely ended by the end of the window. */
    public boolean perhapsLongTerm(DrugClass drugClass, Window window) {
        boolean ended =
                drug.period().end() != null && !drug.period().latestEnd().isAfter(window.to());
        return !ended && perhapsTaken(drugClass, window);
    }

    /** Whether it is of any of the classes that the protocol combines steroids with. */
    boolean isPartner() {
        return surelyA(DrugClass.T_CELL_IMMUNOSUPPRESSANT)
                || surelyA(DrugClass.CYTOTOXIC_IMMUNOSUPPRESSANT)
                || surelyA(DrugClass.BIOLOGIC);
    }

    boolean isSteroid() {
        return surelyA(DrugClass.GLUCOCORTICOID);
    }

    /** Whether it could be a systemic drug of any class. */
    boolean isUnreadableSystemic() {
        return !readable && isSystemic();
    }

    boolean isPhysiologicalReplacement() {
        return readable && "PHYSIOLOGICAL_REPLACEMENT".equals(drug.indication());
    }

    /** What tells it from other drugs: the substance, else the code, else the name. */
    String identity() {
        if (substance != null) {
            return substance;
        }
        if (drug.code() != null) {
            return drug.code().system() + " " + drug.code().value().strip().toUpperCase(java.util.Locale.ROOT);
        }
        return drug.name() == null ? "" : Terminology.folded(drug.name());
    }

    /** The daily dose in mg, or null where none is recorded in a unit of mass. */
    @Nullable
    BigFraction milligramsADay() {
        Drug.Quantity dose = drug.dailyDose();
        BigDecimal factor = dose == null || dose.unit() == null ? null : MILLIGRAMS.get(dose.unit());
        return dose == null || factor == null ? null : Fractions.of(dose.value().multiply(factor));
    }
}
