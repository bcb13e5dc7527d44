package org.protocolgate.telling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Entry;

/** What an entry says, by the names of the slots of its sentence; what it does not say has no slot. */
final class Slots {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> slots = new HashMap<>();
    private final ResourceBundle texts;

    private Slots(ResourceBundle texts) {
        this.texts = texts;
    }

    static Map<String, String> of(Entry entry, ResourceBundle texts) {
        Slots slots = new Slots(texts);
        slots.put("user", entry.username());
        slots.put("role", entry.role());
        slots.put("participant", entry.participant());
        slots.put("level", entry.level());
        slots.put("criterion", entry.criterion());
        slots.put("rule", entry.rule());
        slots.put("status", entry.status());
        slots.put("record", entry.record());
        slots.details("", details(entry));
        slots.levels();
        if (slots.slots.containsKey("signature")) {
            slots.put("signed", texts.getString("signed"));
        }
        return slots.slots;
    }

    private void details(String before, JsonNode details) {
        details.fields().forEachRemaining(detail -> {
            String name = before + detail.getKey();
            JsonNode value = detail.getValue();
            if (value.isObject()) {
                details(name + ".", value);
            } else if (!value.isNull() && !(value.isArray() && value.isEmpty())) {
                put(slots.containsKey(name) ? "details." + name : name, told(name, value));
            }
        });
    }

    private String told(String name, JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(one -> told(name, one))
                        .collect(Collectors.joining(", "))
                : word(name + "." + value.asText(), value.asText());
    }

    /** From the level that was judged to another one, or at the one. */
    private void levels() {
        String judged = slots.get("level");
        String other = slots.get("details.level");
        if (judged == null || other == null || judged.equals(other)) {
            put("at", judged);
        } else {
            put("from", judged);
            put("to", other);
        }
    }

    private void put(String name, @Nullable String value) {
        if (value != null) {
            slots.put(name, value);
        }
    }

    private String word(String key, String otherwise) {
        return texts.containsKey(key) ? texts.getString(key) : otherwise;
    }

    /** Nothing where somebody changed them to be no JSON. */
    private static JsonNode details(Entry entry) {
        try {
            return Objects.requireNonNullElse(JSON.readTree(entry.details()), MissingNode.getInstance());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
