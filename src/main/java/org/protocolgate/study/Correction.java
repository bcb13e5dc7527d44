package org.protocolgate.study;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The correction of a fact, which stays in history.
 *
 * @param replacement what is true instead, or null where the fact is withdrawn
 */
@MappedEntity("correction")
record Correction(
        @Id UUID id,
        UUID fact,
        @Nullable UUID replacement,
        String participant,
        long seq,
        String reason,
        @Nullable UUID signature,
        Instant recordedAt,
        String recordedBy) {}
