package org.protocolgate.participant;

import java.time.LocalDate;

/** A fact of one day, known or partly known. */
public sealed interface Dated extends Fact
        permits Agreement,
                Assessment,
                Consent,
                DltAssessment,
                DoseAssignment,
                Event,
                Judgement,
                Lab,
                Milestone,
                Review,
                SafetyReview,
                Vital {

    PartialDate on();

    /** Whether it could have happened only after {@code today}: such a record is not seen yet. */
    default boolean liesAfter(LocalDate today) {
        return on().earliest().isAfter(today);
    }
}
