package org.protocolgate.study;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something recorded that others than the participant concerned need to know of.
 *
 * @param source what it is
 * @param participant the code, or {@link Seen#LEVELS} for a dose decision
 * @param subject the fact that a correction corrects, or the authorisation that an end ends
 */
@Introspected
record CohortRow(
        String source,
        UUID id,
        String participant,
        long seq,
        @Nullable UUID subject,
        String body,
        Instant recordedAt) {

    static final String FACT = "FACT";
    static final String CORRECTION = "CORRECTION";
    static final String VOIDING = "VOIDING";
    static final String AUTHORISATION = "AUTHORISATION";
    static final String END = "END";
    static final String DOSE_DECISION = "DOSE_DECISION";

    boolean is(String what) {
        return source.equals(what);
    }

    /** Whether it may change what is decided of others even where the rules stay the same and no permission was given. */
    boolean isOfRecord() {
        return is(FACT) || is(CORRECTION) || is(VOIDING);
    }
}
