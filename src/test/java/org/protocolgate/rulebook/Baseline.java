package org.protocolgate.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Questions about the unremarkable participant, ready to be departed from. */
public final class Baseline {

    private static final JsonNode FILE = YamlJson.read(TestRules.files().text("nct07339332/baseline.yaml"));

    private Baseline() {}

    /** The question at a gate, in JSON as it is sent. */
    public static ObjectNode question(String gate) {
        JsonNode at = FILE.get("gates").get(gate);
        ObjectNode question = FILE.deepCopy();
        question.remove("gates");
        question.put("gate", gate);
        question.set("on", at.get("on"));
        question.set("asOf", at.get("asOf"));
        if (at.has("facts")) {
            ((ArrayNode) question.get("facts"))
                    .addAll((ArrayNode) at.get("facts").deepCopy());
        }
        if (at.has("cohort")) {
            ((ObjectNode) question.get("cohort"))
                    .setAll((ObjectNode) at.get("cohort").deepCopy());
        }
        return question;
    }

    /** The baseline fact of an id. */
    public static ObjectNode fact(ObjectNode question, String id) {
        for (JsonNode fact : question.get("facts")) {
            if (fact.path("id").asText().equals(id)) {
                return (ObjectNode) fact;
            }
        }
        throw new IllegalArgumentException("the baseline has no fact " + id);
    }
}
