package org.protocolgate.study;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it is kept.
 *
 * @param seq the number of its entry in the participant's chain: its place in the order of recording
 * @param ref the identifier that its sender gave it
 * @param body JSON
 * @param digest of the body
 * @param signature the signature under it, where its kind needs one
 */
@MappedEntity("fact")
record KeptFact(
        @Id UUID id,
        String participant,
        long seq,
        @Nullable String ref,
        String type,
        @Nullable String kind,
        String body,
        String digest,
        @Nullable UUID signature,
        Instant recordedAt,
        String recordedBy) {}
