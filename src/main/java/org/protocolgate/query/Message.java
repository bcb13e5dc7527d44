package org.protocolgate.query;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that was said in a query, as it is kept.
 *
 * @param seq the number of its entry in the participant's chain
 * @param kind name of a {@link MessageKind}
 * @param body JSON of its {@link Content}
 */
@MappedEntity("data_query_message")
record Message(
        @Id UUID id,
        UUID query,
        String participant,
        long seq,
        String kind,
        String body,
        String digest,
        Instant recordedAt,
        String recordedBy) {

    Content content() {
        return Content.read(body);
    }
}
