package org.protocolgate.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/** The schemas of facts: one for each type, and one that is any of them. */
final class FactSchemas {

    private static final String TYPE = "type";
    private static final String ON = "on";
    private static final String PROPERTIES = "properties";
    private static final String REQUIRED = "required";
    private static final String EXAMPLE = "example";
    private static final String DATE = "PartialDate";

    private FactSchemas() {}

    /**
     * Adds the schemas.
     *
     * @param facts by type: what a fact of it has besides what all have
     */
    static void add(ObjectNode schemas, JsonNode facts) {
        ObjectNode any = Written.JSON.createObjectNode();
        any.put("description", "A fact of one of the types; unknown keys are refused.");
        ArrayNode oneOf = any.putArray("oneOf");
        ObjectNode discriminator = any.putObject("discriminator");
        discriminator.put("propertyName", TYPE);
        ObjectNode mapping = discriminator.putObject("mapping");
        for (Map.Entry<String, JsonNode> fact : facts.properties()) {
            String name = name(fact.getKey());
            schemas.set(name, schema(fact.getKey(), fact.getValue()));
            oneOf.add(Written.ref(name));
            mapping.set(fact.getKey(), Written.ref(name).get("$ref"));
        }
        schemas.set("Fact", any);
    }

    private static String name(String type) {
        return type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1) + "Fact";
    }

    private static ObjectNode schema(String type, JsonNode fact) {
        boolean ofOneDay = fact.path("of").asText().equals("one day");
        ObjectNode schema = Written.JSON.createObjectNode();
        schema.put(TYPE, "object");
        schema.set("description", fact.get("description"));
        ArrayNode required = schema.putArray(REQUIRED).add(TYPE);
        fact.path(REQUIRED).forEach(required::add);
        ObjectNode properties = schema.putObject(PROPERTIES);
        properties.putObject(TYPE).put(TYPE, "string").putArray("enum").add(type);
        properties
                .putObject("id")
                .put(TYPE, "string")
                .put("description", "What its sender calls it, and evidence names.");
        properties.setAll((ObjectNode) fact.path(PROPERTIES).deepCopy());
        properties.set(ON, Written.ref(DATE));
        if (ofOneDay) {
            required.add(ON);
        } else {
            properties.set("start", Written.ref(DATE));
            properties.set("end", Written.ref(DATE));
            properties
                    .putObject("ongoing")
                    .put(TYPE, "boolean")
                    .put("description", "Not ended. Without it and without an end, the end is not known.");
        }
        properties.set("source", Written.ref("FactSource"));
        schema.put("additionalProperties", false);
        ObjectNode example = schema.putObject(EXAMPLE).put(TYPE, type);
        example.setAll((ObjectNode) fact.path(EXAMPLE));
        return schema;
    }
}
