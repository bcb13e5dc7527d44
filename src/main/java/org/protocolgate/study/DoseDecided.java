package org.protocolgate.study;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * A decision on a dose level as it is kept.
 *
 * @param seq the number of its entry in the chain of the study's levels
 * @param body JSON, see {@link DoseDecisionView}
 */
@MappedEntity("dose_decision")
record DoseDecided(
        @Id UUID id,
        String study,
        long seq,
        String body,
        String digest,
        UUID signature,
        Instant recordedAt,
        String recordedBy) {}
