package org.protocolgate.delivery;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.alert.Occurrence;

/**
 * A delivery as it is kept.
 *
 * @param id what the receiver tells doubles by
 * @param event the number of what happened
 * @param attempts how often it was begun to be sent since it was noted, or since somebody wanted it again
 * @param lastFault why the last attempt failed, or why none was made
 * @param createdAt when that happened which it tells
 */
@MappedEntity("delivery")
record Delivery(
        @Id UUID id,
        String study,
        long event,
        UUID alert,
        Occurrence.Kind kind,
        String recipient,
        DeliveryView.State state,
        int attempts,
        @Nullable String lastFault,
        Instant createdAt,
        @Nullable Instant sentAt) {}
