package org.protocolgate.deviation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deviation as it is kept.
 *
 * @param seq the number of its entry in the participant's chain
 * @param criterion as in the body, to be found by, as is the other participant
 * @param body JSON of its {@link Draft}
 * @param recordedAt when it was found
 */
@MappedEntity("deviation")
record Deviation(
        @Id UUID id,
        String participant,
        long seq,
        @Nullable String criterion,
        @Nullable String other,
        String body,
        String digest,
        Instant recordedAt,
        String recordedBy) {

    Draft draft() {
        return Draft.read(body);
    }
}
