package org.protocolgate.screen;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a form said, as the books of the study take it. */
public final class SentForm {

    private SentForm() {}

    /** An object of some fields, each a text as it was typed; one that is empty is left out. */
    public static byte[] only(Map<String, String> form, String... names) {
        ObjectNode sent = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            String typed = form.getOrDefault(name, "");
            if (!typed.isBlank()) {
                sent.put(name, typed.strip());
            }
        }
        return sent.toString().getBytes(StandardCharsets.UTF_8);
    }
}
