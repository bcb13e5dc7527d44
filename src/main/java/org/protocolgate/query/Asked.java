package org.protocolgate.query;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * A query as it is kept.
 *
 * @param seq the number of its entry in the participant's chain
 * @param about as in the body, to be found by, as is the subject
 * @param body JSON of its {@link Asking}
 */
@MappedEntity("data_query")
record Asked(
        @Id UUID id,
        String participant,
        long seq,
        String about,
        String subject,
        String body,
        String digest,
        Instant recordedAt,
        String recordedBy) {

    Asking content() {
        return Asking.read(body);
    }
}
