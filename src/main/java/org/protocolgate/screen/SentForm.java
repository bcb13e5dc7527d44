package org.protocolgate.screen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a form said, as the books of the study take it: as it was typed, so that they name what is wrong with it. */
public final class SentForm {

    /** How many digits and powers a number may be typed with before it is left to be refused as text. */
    private static final int LONGEST_NUMBER = 40;

    /** The field for the reason of a correction: facts have a reason of their own. */
    static final String BECAUSE = "because";

    private SentForm() {}

    /** An object of some fields, each a text as it was typed; one that is empty is left out. */
    public static byte[] only(Map<String, String> form, String... names) {
        ObjectNode sent = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            String typed = typed(form, name);
            if (!typed.isEmpty()) {
                sent.put(name, typed);
            }
        }
        return bytes(sent);
    }

    /** What is said in a query, and how many messages were on the page when it was typed. */
    public static byte[] message(Map<String, String> form) {
        ObjectNode sent = JsonNodeFactory.instance.objectNode();
        if (!typed(form, "text").isEmpty()) {
            sent.put("text", typed(form, "text"));
        }
        putNumber(sent, "seen", typed(form, "seen"));
        return bytes(sent);
    }

    /** An object of some fields. */
    static byte[] object(List<Field> fields, Map<String, String> form) {
        ObjectNode sent = JsonNodeFactory.instance.objectNode();
        fields.forEach(field -> put(sent, field, form));
        return bytes(sent);
    }

    /** A list of facts. */
    static byte[] list(List<ObjectNode> facts) {
        return bytes(JsonNodeFactory.instance.arrayNode().addAll(facts));
    }

    /** A list of one fact. */
    static byte[] facts(String type, List<Field> fields, Map<String, String> form) {
        return bytes(JsonNodeFactory.instance.arrayNode().add(fact(type, fields, form)));
    }

    /** A correction: with another fact, or with none where it is withdrawn. */
    static byte[] correction(String type, List<Field> fields, Map<String, String> form) {
        ObjectNode sent = JsonNodeFactory.instance.objectNode();
        if (!typed(form, BECAUSE).isEmpty()) {
            sent.put("reason", typed(form, BECAUSE));
        }
        if (!form.containsKey("withdraw")) {
            sent.set("replacement", fact(type, fields, form));
        }
        return bytes(sent);
    }

    static ObjectNode fact(String type, List<Field> fields, Map<String, String> form) {
        ObjectNode fact = JsonNodeFactory.instance.objectNode().put("type", type);
        fields.forEach(field -> put(fact, field, form));
        return fact;
    }

    private static void put(ObjectNode fact, Field field, Map<String, String> form) {
        String typed = typed(form, field.name());
        if (field.kind() == Field.Kind.CHOICES) {
            List<String> chosen = field.options().stream()
                    .filter(option -> form.containsKey(field.name() + "." + option))
                    .toList();
            putAll(fact, field.name(), chosen);
        } else if (!typed.isEmpty()) {
            put(fact, field, typed);
        }
    }

    private static void put(ObjectNode fact, Field field, String typed) {
        int point = field.name().indexOf('.');
        ObjectNode in = point < 0 ? fact : fact.withObjectProperty(field.name().substring(0, point));
        String key = field.name().substring(point + 1);
        switch (field.kind()) {
            case NUMBER -> putNumber(in, key, typed);
            case MARK -> in.put(key, true);
            case TEXTS -> putAll(in, key, List.of(typed.split("\\s*[,，]\\s*")));
            case ANSWER -> {
                if (typed.equals("true") || typed.equals("false")) {
                    in.put(key, typed.equals("true"));
                } else {
                    in.put(key, typed);
                }
            }
            default -> in.put(key, typed);
        }
    }

    private static void putNumber(ObjectNode in, String key, String typed) {
        try {
            if (typed.length() <= LONGEST_NUMBER) {
                in.put(key, new BigDecimal(typed));
                return;
            }
        } catch (NumberFormatException e) {
            // it is sent as it is, and refused by its name
        }
        in.put(key, typed);
    }

    private static void putAll(ObjectNode in, String key, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode all = in.putArray(key);
            texts.forEach(all::add);
        }
    }

    private static String typed(Map<String, String> form, String name) {
        return form.getOrDefault(name, "").strip();
    }

    private static byte[] bytes(Object json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
