package org.protocolgate.review;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * That a mark was taken back, as it is kept.
 *
 * @param id that of the mark
 * @param body JSON: a reason
 */
@MappedEntity("review_mark_end")
record MarkEnd(
        @Id UUID id, String participant, long seq, String body, String digest, Instant recordedAt, String recordedBy) {}
