package org.protocolgate.importing;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/**
 * A fact that was taken over before.
 *
 * @param corrected whether it was replaced or withdrawn since
 * @param bySource whether it was the source that did so, not a person
 */
@Introspected
record Earlier(
        UUID fact,
        String sourceRecord,
        int ordinal,
        String digest,
        boolean corrected,
        boolean withdrawn,
        boolean bySource) {

    boolean counts() {
        return !corrected;
    }

    /** Whether a person has had the last word on it. */
    boolean isCorrectedByHand() {
        return corrected && !bySource;
    }
}
