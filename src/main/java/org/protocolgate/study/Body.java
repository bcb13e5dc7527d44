package org.protocolgate.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON texts that are kept, written and read; numbers stay exactly as they were written. */
final class Body {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Body() {}

    static Map<String, Object> read(String body) {
        return read(body, new TypeReference<>() {});
    }

    static <T> T read(String body, TypeReference<T> type) {
        try {
            return JSON.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is kept is no JSON", e);
        }
    }

    /** A text that has to be there. */
    static String text(Map<String, ? extends @Nullable Object> read, String key) {
        if (read.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalStateException("what is kept has no " + key);
    }

    static String write(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
