package org.protocolgate.study;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * That somebody has seen what stands against a decision, as it is kept.
 *
 * @param body JSON: a comment
 */
@MappedEntity("acknowledgement")
record Acknowledged(
        @Id UUID id,
        String participant,
        long seq,
        UUID decision,
        String body,
        String digest,
        Instant recordedAt,
        String recordedBy) {}
