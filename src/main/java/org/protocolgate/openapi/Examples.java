package org.protocolgate.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Adds to each operation what was sent to a running service and what it answered. Long lists were cut. */
final class Examples {

    private final ObjectNode paths;
    private final ObjectNode examples;

    Examples(ObjectNode paths, ObjectNode examples) {
        this.paths = paths;
        this.examples = examples;
    }

    void add() {
        for (JsonNode path : paths) {
            for (JsonNode operation : path) {
                JsonNode example = examples.path(operation.path("operationId").asText());
                add(operation.at("/requestBody/content"), example.path("request"));
                for (JsonNode response : operation.path("responses")) {
                    if (!response.has("$ref")) {
                        add(response.path("content"), example.path("answer"));
                    }
                }
            }
        }
    }

    private static void add(JsonNode content, JsonNode example) {
        if (!example.isMissingNode() && content.path("application/json") instanceof ObjectNode json) {
            json.set("example", example);
        }
    }
}
