package org.protocolgate.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;

/** Finds texts that cannot be kept as they are: databases take no NUL, and half of a pair is no character in UTF-8. */
final class Characters {

    private static final String FAULT = "has a character that is none: NUL, or half of a surrogate pair";
    private static final String IN_KEY = "a key " + FAULT;

    private Characters() {}

    /** Notes each text that cannot be kept; for a key, the object that it is in. */
    static void check(JsonNode node, String pointer, Faults faults) {
        if (node.isTextual() && !canBeKept(node.textValue())) {
            faults.add(pointer, FAULT);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            check(node.get(i), pointer + "/" + i, faults);
        }
        for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (canBeKept(field.getKey())) {
                check(field.getValue(), ObjectIn.at(pointer, field.getKey()), faults);
            } else {
                faults.add(pointer, IN_KEY);
            }
        }
    }

    /** Whether a text can be written to a database and read back as it is. */
    static boolean canBeKept(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || Character.isSurrogate(c) && !pair) {
                return false;
            }
            i += pair ? 1 : 0;
        }
        return true;
    }
}
