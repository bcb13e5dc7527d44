package org.protocolgate.sweep;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sweep as it is kept. */
@MappedEntity("sweep")
record Sweep(
        @Id UUID id,
        String study,
        Kind kind,
        Instant startedAt,
        String startedBy,
        @Nullable Instant finishedAt) {

    /** Why it was started. */
    enum Kind {
        /** Every day: all participants. */
        DAILY,
        /** Every hour: those with a gate in the next days. */
        NEAR,
        /** Somebody wanted it: all participants. */
        REQUESTED
    }
}
