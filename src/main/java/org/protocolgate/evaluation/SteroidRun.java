package org.protocolgate.evaluation;

import java.time.LocalDate;
import java.util.List;
import org.protocolgate.participant.Drug;

/**
 * Consecutive days of a steroid dose at or above a limit, within the window asked about.
 *
 * @param drugs the drugs that may have been taken on some of its days
 */
public record SteroidRun(LocalDate first, LocalDate last, List<Drug> drugs) {

    /** The last day on which so many days on end began. */
    public LocalDate lastStart(int days) {
        return last.minusDays(days - 1L);
    }
}
