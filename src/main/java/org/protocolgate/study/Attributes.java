package org.protocolgate.study;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who a participant is, in one version.
 *
 * @param seq the number of its entry in the participant's chain
 * @param body JSON
 * @param reason why it was changed, or null for the first one
 */
@MappedEntity("participant_version")
record Attributes(
        String participant, long seq, String body, @Nullable String reason, Instant recordedAt, String recordedBy) {}
