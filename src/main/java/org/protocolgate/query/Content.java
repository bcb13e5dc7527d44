package org.protocolgate.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a message says.
 *
 * @param text null where a query was closed without a word
 */
record Content(MessageKind kind, UUID query, @Nullable String text) {

    private static final JsonMapper JSON = new JsonMapper();

    static Content read(String body) {
        try {
            return JSON.readValue(body, Content.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is kept is no message of a query", e);
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
