package org.protocolgate.deviation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.intake.SentCompletion;

/**
 * What a step says.
 *
 * @param assessment a person's; null where the service speaks, as are the others
 * @param action what is done about it
 * @param reportedTo to whom it was reported
 */
record Continuation(
        StepKind kind,
        UUID deviation,
        @Nullable String assessment,
        @Nullable String action,
        @Nullable String reportedTo) {

    private static final JsonMapper JSON = new JsonMapper();

    static Continuation gone(UUID deviation) {
        return new Continuation(StepKind.CAUSE_GONE, deviation, null, null, null);
    }

    static Continuation completed(UUID deviation, SentCompletion sent) {
        return new Continuation(StepKind.COMPLETED, deviation, sent.assessment(), sent.action(), sent.reportedTo());
    }

    static Continuation read(String body) {
        try {
            return JSON.readValue(body, Continuation.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is kept is no step of a deviation", e);
        }
    }

    String body() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
