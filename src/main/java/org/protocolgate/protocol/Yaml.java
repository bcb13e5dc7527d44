package org.protocolgate.protocol;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;

/** A mapping in a YAML file of the rule folder; what is missing or of another shape is named with its place. */
record Yaml(String file, String place, Map<?, ?> values) {

    /** Every scalar stays text: what looks like a number or a date is read where it is used, and nowhere guessed. */
    static Yaml read(String file, String text) {
        try {
            Object root = PlainYaml.load(text);
            if (root instanceof Map<?, ?> map) {
                return new Yaml(file, "", map);
            }
        } catch (YAMLException e) {
            throw new FaultyRulesException(List.of(file + ": " + e.getMessage()));
        }
        throw new FaultyRulesException(List.of(file + ": a mapping is expected"));
    }

    String text(String key) {
        String text = textOrNull(key);
        if (text == null) {
            throw missing(key, "text");
        }
        return text;
    }

    @Nullable
    String textOrNull(String key) {
        Object value = values.get(key);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw missing(key, "text");
    }

    BigDecimal number(String key) {
        try {
            return new BigDecimal(text(key));
        } catch (NumberFormatException e) {
            throw missing(key, "a number");
        }
    }

    Yaml child(String key) {
        if (values.get(key) instanceof Map<?, ?> map) {
            return new Yaml(file, place + key + ": ", map);
        }
        throw missing(key, "a mapping");
    }

    List<Yaml> children(String key) {
        if (values.get(key) instanceof List<?> list) {
            return list.stream()
                    .map(item -> {
                        if (item instanceof Map<?, ?> map) {
                            return new Yaml(file, place + key + ": ", map);
                        }
                        throw missing(key, "a list of mappings");
                    })
                    .toList();
        }
        throw missing(key, "a list");
    }

    List<String> texts(String key) {
        if (values.get(key) instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        throw missing(key, "a list");
    }

    List<String> keys() {
        return values.keySet().stream().map(String::valueOf).toList();
    }

    private FaultyRulesException missing(String key, String what) {
        return new FaultyRulesException(List.of(file + ": " + place + key + ": " + what + " is expected"));
    }
}
