package org.protocolgate.evaluation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something worth a person's attention that changes no status.
 *
 * @param criterion the criterion it stands beside, or null where it concerns the whole decision
 * @param code key of its sentence
 * @param arguments what fills the sentence's slots
 */
public record Warning(@Nullable String criterion, String code, Map<String, Object> arguments) {

    /** An order for telling them. */
    static final Comparator<Warning> ORDER = Comparator.comparing(Warning::code)
            .thenComparing(warning -> String.valueOf(warning.criterion()))
            .thenComparing(warning -> warning.arguments().toString());

    public static Warning beside(String criterion, String code) {
        return new Warning(criterion, code, Map.of());
    }

    public static Warning of(String code) {
        return new Warning(null, code, Map.of());
    }

    public Warning with(String slot, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(arguments);
        more.put(slot, value);
        return new Warning(criterion, code, more);
    }
}
