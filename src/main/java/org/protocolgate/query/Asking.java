package org.protocolgate.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks.
 *
 * @param subject a participant's code, or the identifier of a record
 * @param due the day by which an answer is wanted (2026-03-10), or null
 */
record Asking(
        About about, String subject, String text, @Nullable String due) {

    private static final JsonMapper JSON = new JsonMapper();

    static Asking read(String body) {
        try {
            return JSON.readValue(body, Asking.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is kept is no query", e);
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
