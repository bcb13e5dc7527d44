package org.protocolgate.sweep;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a sweep, done by one process at a time.
 *
 * @param lastCode the last participant of it
 * @param position the last participant that is done, or the last one of the chunk before
 * @param participants how many are done
 * @param inactive those of them of whom nothing was asked
 * @param asked how many questions were asked
 * @param changed how many answers were not what was answered last, and were kept
 * @param alerted how many alerts were raised, changed in urgency or resolved
 * @param failed of how many participants the evaluation failed
 */
@MappedEntity("sweep_chunk")
record Chunk(
        UUID sweep,
        int number,
        String lastCode,
        String position,
        int participants,
        int inactive,
        int asked,
        int changed,
        int alerted,
        int failed,
        @Nullable Instant doneAt) {}
