package org.protocolgate.study;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * An authorisation as it is kept.
 *
 * @param seq the number of its entry in the participant's chain
 * @param body JSON of its {@link Permit}
 */
@MappedEntity("authorisation")
record Authorised(
        @Id UUID id,
        String participant,
        long seq,
        UUID decision,
        String body,
        String digest,
        UUID signature,
        Instant recordedAt,
        String recordedBy) {

    Permit permit() {
        return Permit.read(body);
    }
}
