package org.protocolgate.evaluation;

import java.time.LocalDate;
import org.protocolgate.protocol.Limits;

/**
 * What every word of the rules needs to know of the question that is tried.
 *
 * @param question with the day that is tried
 * @param results what was measured, scored and judged
 */
record Asking(Question question, Limits limits, Results results) {

    LocalDate day() {
        return question.day();
    }
}
