package org.protocolgate.study;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.evaluation.Status;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Gate;

/**
 * Something that was done to a participant, looked back at.
 *
 * @param gate the gate that had to be passed for it
 * @param on when it was done, as it was recorded last
 * @param facts identifiers of the facts that say so
 * @param authority by which authorisation an infusion was given; null for another act
 * @param open the criteria of that day that are NOT_MET or UNKNOWN by what is known now; null where nobody can ask: the day is
 *     not known in full, the protocol's version is not served, or a rule failed
 */
public record Act(
        Gate gate,
        PartialDate on,
        List<String> facts,
        @Nullable Authority authority,
        @Nullable List<Judged> open) {

    /** The criteria that surely stood in the way. */
    public List<Judged> notMet() {
        return open == null
                ? List.of()
                : open.stream().filter(one -> one.status() == Status.NOT_MET).toList();
    }

    /** Whether a criterion may have stood in the way: it surely did, or that is not known. */
    public boolean mayHaveStood(String criterion) {
        return open == null || open.stream().anyMatch(one -> one.criterion().equals(criterion));
    }
}
