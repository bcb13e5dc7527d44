package org.protocolgate.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.participant.StudyParticipation;

/** Participation in another clinical study than this one. */
public record OtherStudy(StudyParticipation participation) implements OfFact {

    @Override
    public Fact fact() {
        return participation;
    }

    private static final BigDecimal LONGEST = new BigDecimal("1000000");

    /** Whether a product of it was given whose last dose or half-life is not recorded. */
    public boolean isOfUnknownProduct() {
        return !participation.noProduct() && (participation.lastDose() == null || participation.halfLifeDays() == null);
    }

    /** Whether so many half-lives after the last dose surely reach {@code day}. */
    public boolean surelyWithinHalfLives(BigDecimal halfLives, LocalDate day) {
        PartialDate dose = participation.lastDose();
        return dose != null && reaches(dose.earliest(), halfLives, day);
    }

    /** Whether they perhaps do. */
    public boolean perhapsWithinHalfLives(BigDecimal halfLives, LocalDate day) {
        PartialDate dose = participation.lastDose();
        return dose != null && reaches(dose.latest(), halfLives, day);
    }

    /** The first day that so many half-lives after the last dose do not surely reach, or null. */
    public @Nullable LocalDate firstDayClear(BigDecimal halfLives) {
        PartialDate dose = participation.lastDose();
        return dose == null || participation.halfLifeDays() == null
                ? null
                : dose.earliest().plusDays(days(halfLives, participation.halfLifeDays()) + 1);
    }

    private boolean reaches(LocalDate dose, BigDecimal halfLives, LocalDate day) {
        BigDecimal halfLife = participation.halfLifeDays();
        return !participation.noProduct()
                && halfLife != null
                && !dose.plusDays(days(halfLives, halfLife)).isBefore(day);
    }

    /** Whole days, rounded up; longer than a trial can last is cut there, so that no date overflows. */
    private static long days(BigDecimal halfLives, BigDecimal halfLife) {
        return halfLives
                .multiply(halfLife)
                .min(LONGEST)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }
}
