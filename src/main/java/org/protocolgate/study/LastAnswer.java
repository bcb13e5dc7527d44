package org.protocolgate.study;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was answered last to a question about a participant, by what was known when it was asked.
 *
 * @param gateDay the day of the gate as it was asked
 * @param essence what the answer comes to; null for one of before there was such a thing
 */
@Introspected
record LastAnswer(
        UUID id,
        String participant,
        String gate,
        String gateDay,
        String verdict,
        @Nullable String essence) {}
