package org.protocolgate.study;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is recorded of one participant and that an outlook rests on.
 *
 * @param attributes the newest
 * @param facts all, corrected ones included, in the order of recording
 * @param given its authorisations, in the order of recording
 * @param lastOfGate what was answered last, by gate
 * @param proceeding the newest answer to each question whose day may lie ahead, where it was PROCEED
 */
record Recorded(
        Enrolled enrolled,
        Attributes attributes,
        List<KeptFact> facts,
        List<Correction> corrections,
        boolean voided,
        List<AuthorisationView> given,
        Map<String, LastAnswer> lastOfGate,
        List<LastAnswer> proceeding) {

    /** @param last the number of the newest entry of the participant's chain that was seen */
    Known known(long last) {
        return new Known(last, attributes, facts, corrections);
    }

    @Nullable
    String essenceOfLast(String gate) {
        LastAnswer last = lastOfGate.get(gate);
        return last == null ? null : last.essence();
    }
}
