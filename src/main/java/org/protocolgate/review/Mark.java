package org.protocolgate.review;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * A mark as it is kept.
 *
 * @param seq the number of its entry in the participant's chain
 * @param entry the entry of the audit log that was looked at
 * @param entryHash its hash then
 * @param decision the decision that the entry belongs to
 * @param body JSON, exactly as it was signed: entry, hash and comment
 * @param digest of the body; what the signature is for
 */
@MappedEntity("review_mark")
record Mark(
        @Id UUID id,
        String participant,
        long seq,
        UUID entry,
        String entryHash,
        UUID decision,
        String body,
        String digest,
        UUID signature,
        Instant recordedAt,
        String recordedBy) {}
