package org.protocolgate.importing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column of a sheet, which is a field of a kind of fact.
 *
 * @param name the key of the fact that it fills; with a dot, one inside another
 */
public record Column(String name, Type type) {

    /** What a cell of it holds. */
    public enum Type {
        TEXT,
        NUMBER,
        FLAG,
        /** Words with semicolons between them. */
        LIST
    }

    /**
     * Fills the key.
     *
     * @param text not blank
     * @return what is wrong, or null
     */
    public @Nullable String fill(ObjectNode fact, String text) {
        int dot = name.indexOf('.');
        ObjectNode into = dot < 0 ? fact : fact.withObject("/" + name.substring(0, dot));
        String key = name.substring(dot + 1);
        switch (type) {
            case TEXT -> into.put(key, text);
            case NUMBER -> {
                try {
                    into.put(key, new BigDecimal(text));
                } catch (NumberFormatException e) {
                    return "a number is expected, with a point before its fraction";
                }
            }
            case FLAG -> {
                switch (text.toLowerCase(Locale.ROOT)) {
                    case "true", "yes", "是" -> into.put(key, true);
                    case "false", "no", "否" -> into.put(key, false);
                    default -> {
                        return "true or false is expected";
                    }
                }
            }
            case LIST -> {
                ArrayNode list = into.putArray(key);
                for (String word : text.split("[;；]")) {
                    if (!word.isBlank()) {
                        list.add(word.strip());
                    }
                }
            }
        }
        return null;
    }
}
