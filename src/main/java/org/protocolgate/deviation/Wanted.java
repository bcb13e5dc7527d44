package org.protocolgate.deviation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which deviations are asked for; null asks for all. */
public record Wanted(@Nullable String participant, @Nullable String criterion, DeviationView.@Nullable State state) {

    /** What is asked, by name. */
    Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "participant", participant);
        put(given, "criterion", criterion);
        put(given, "state", state);
        return given;
    }

    private static void put(Map<String, String> given, String name, @Nullable Object value) {
        if (value != null) {
            given.put(name, value.toString());
        }
    }
}
