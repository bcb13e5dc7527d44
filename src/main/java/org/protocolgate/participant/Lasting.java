package org.protocolgate.participant;

import java.time.LocalDate;

/** A fact that holds over a period. */
public sealed interface Lasting extends Fact
        permits AdverseEvent, Allergy, Condition, Contraception, Drug, Procedure, StudyParticipation, Vaccination {

    Period period();

    /** The same fact with its period read on {@code today}. */
    Lasting asOf(LocalDate today);
}
