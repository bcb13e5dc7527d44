package org.protocolgate.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.oas.OpenApi30;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.protocolgate.testing.Service;

/** The description that a service gives of itself, taken at its word: what it does not name is a fault. */
final class Description {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V4,
            builder -> builder.metaSchema(OpenApi30.getInstance())
                    .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));

    private final ObjectNode strict;
    private final Map<String, Operation> operations = new TreeMap<>();

    record Operation(String id, String method, String path, JsonNode told) {

        /** The schema of a body or answer of this type, as a JSON pointer from the root; null where it is not described. */
        String pointer(String within) {
            String root = "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method + within;
            return root;
        }

        boolean sends(String type) {
            return told.at("/requestBody/content").has(type);
        }

        boolean answers(String type) {
            for (JsonNode response : told.path("responses")) {
                if (response.path("content").has(type)) {
                    return true;
                }
            }
            return false;
        }
    }

    Description(Service service) {
        strict = (ObjectNode) Service.json(service.get(null, "/openapi"));
        for (Map.Entry<String, JsonNode> path : strict.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String id = operation.getValue().path("operationId").asText();
                Operation other =
                        operations.put(id, new Operation(id, operation.getKey(), path.getKey(), operation.getValue()));
                assertThat(other).as("a second operation " + id).isNull();
            }
        }
        forbidWhatIsNotNamed(strict);
    }

    private static void forbidWhatIsNotNamed(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        if (node instanceof ObjectNode object && object.path("nullable").asBoolean() && object.has("allOf")) {
            // what is meant: generators take it so, a validator would have null be of the schema that is named
            object.putArray("anyOf")
                    .addAll((ArrayNode) object.remove("allOf"))
                    .addObject()
                    .putArray("enum")
                    .addNull();
        }
        node.forEach(Description::forbidWhatIsNotNamed);
    }

    Map<String, Operation> operations() {
        return operations;
    }

    Operation operation(String id) {
        assertThat(operations).containsKey(id);
        return operations.get(id);
    }

    /** What of a value is not as the schema at this place says. */
    List<String> faults(String pointer, JsonNode value) {
        ObjectNode root = strict.deepCopy();
        assertThat(root.at(pointer).isMissingNode()).as(pointer).isFalse();
        root.put("$ref", "#" + pointer);
        return SCHEMAS.getSchema(root).validate(value).stream()
                .map(fault -> fault.toString().toLowerCase(Locale.ROOT))
                .toList();
    }
}
