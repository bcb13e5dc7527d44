package org.protocolgate.study;

import org.jspecify.annotations.Nullable;
import org.protocolgate.dosing.LevelName;
import org.protocolgate.participant.DoseAssignment;

/**
 * A dose as it is signed for.
 *
 * @param level the dose level's name
 * @param cells the cells planned, or null where the assignment names none
 */
record Dose(String level, @Nullable String cells) {

    /** What is assigned by the day of a question, or null where no level is. */
    static @Nullable Dose assigned(Inquest inquest) {
        return inquest.dossier().facts().stream()
                .filter(DoseAssignment.class::isInstance)
                .map(DoseAssignment.class::cast)
                .filter(given -> !given.on().latest().isAfter(inquest.on().latest()))
                .reduce((a, b) -> b.on().lastMoment().isBefore(a.on().lastMoment()) ? a : b)
                .map(Dose::of)
                .orElse(null);
    }

    private static @Nullable Dose of(DoseAssignment given) {
        return given.level() == null
                ? null
                : new Dose(
                        LevelName.of(given.level()),
                        given.plannedCells() == null ? null : LevelName.of(given.plannedCells()));
    }
}
