package org.protocolgate.deviation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that was said of a deviation since it was found, as it is kept.
 *
 * @param seq the number of its entry in the participant's chain
 * @param kind name of a {@link StepKind}
 * @param body JSON of its {@link Continuation}
 */
@MappedEntity("deviation_step")
record Step(
        @Id UUID id,
        UUID deviation,
        String participant,
        long seq,
        String kind,
        String body,
        String digest,
        Instant recordedAt,
        String recordedBy) {

    boolean is(StepKind asked) {
        return kind.equals(asked.name());
    }

    Continuation continuation() {
        return Continuation.read(body);
    }
}
