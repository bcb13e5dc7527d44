package org.protocolgate.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Completes the operations, each with what was written of it. */
final class Operations {

    private static final String SCHEMA = "schema";
    private static final String RESPONSES = "responses";
    private static final String REQUEST_BODY = "requestBody";
    private static final String CONTENT = "content";
    private static final String JSON_TYPE = "application/json";
    private static final String LIST_OF = "list of ";

    private final ObjectNode paths;
    private final ObjectNode written;

    Operations(ObjectNode paths, ObjectNode written) {
        this.paths = paths;
        this.written = written;
    }

    /** @throws IllegalStateException if an operation has nothing written, or something written has no operation */
    void complete() {
        Set<String> left = new LinkedHashSet<>();
        written.fieldNames().forEachRemaining(left::add);
        List<String> unwritten = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String name = operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey();
                if (left.remove(name)) {
                    complete(path.getKey(), (ObjectNode) operation.getValue(), written.get(name));
                } else {
                    unwritten.add(name);
                }
            }
        }
        if (!unwritten.isEmpty() || !left.isEmpty()) {
            throw new IllegalStateException(
                    "operations.yaml says nothing of " + unwritten + ", and of what is not there: " + left);
        }
    }

    private static void complete(String path, ObjectNode operation, JsonNode told) {
        operation.put("operationId", told.path("id").asText());
        if (told.has("summary")) {
            operation.set("summary", told.get("summary"));
        }
        operation.putArray("tags").add(path.replaceFirst("^/api", "").split("[/.]", 3)[1]);
        parameters(operation, told);
        bytes(operation.at("/requestBody/content"));
        operation.path(RESPONSES).forEach(response -> bytes(response.path(CONTENT)));
        body(operation, told);
        statuses(operation, told);
        ObjectNode responses = operation.withObject("/" + RESPONSES);
        told.path("faults").forEach(fault -> problem(responses, fault.asText()));
        if (path.contains("{")) {
            problem(responses, "404");
        }
        if (operation.has(REQUEST_BODY) || operation.has("parameters")) {
            problem(responses, "400");
        }
        if (told.path("open").asBoolean()) {
            operation.putArray("security");
        } else {
            problem(responses, "401");
            problem(responses, "403");
        }
    }

    private static void parameters(ObjectNode operation, JsonNode told) {
        take(operation, "actor"); // who asks is told by the token
        // a value of the address that the controller reads by itself is told as an object
        operation.path("parameters").forEach(parameter -> {
            if (parameter.at("/schema/type").asText().equals("object")) {
                ((ObjectNode) parameter).putObject(SCHEMA).put("type", "string");
            }
        });
        for (Map.Entry<String, JsonNode> query : told.path("query").properties()) {
            parameter(operation, query.getKey(), "query").set(SCHEMA, query.getValue());
        }
        String signed = told.path("signed").asText();
        if (!signed.isEmpty()) {
            take(operation, "X-Signature");
            ObjectNode signature = parameter(operation, "X-Signature", "header");
            signature.put("required", signed.equals("always"));
            signature.put("description", "The token that POST /api/signatures gave for the digest of this body.");
            signature.putObject(SCHEMA).put("type", "string");
        }
    }

    private static void take(ObjectNode operation, String parameter) {
        ArrayNode kept = Written.JSON.createArrayNode();
        operation.path("parameters").forEach(p -> {
            if (!p.path("name").asText().equals(parameter)) {
                kept.add(p);
            }
        });
        operation.remove("parameters");
        if (!kept.isEmpty()) {
            operation.set("parameters", kept);
        }
    }

    private static ObjectNode parameter(ObjectNode operation, String name, String in) {
        return operation.withArray("parameters").addObject().put("name", name).put("in", in);
    }

    /** The compiler takes a stream of bytes for a list of texts. */
    private static void bytes(JsonNode content) {
        for (Map.Entry<String, JsonNode> type : content.properties()) {
            if (type.getValue().findValuesAsText("format").contains("byte")) {
                boolean json = type.getKey().endsWith("json") && !type.getKey().endsWith("ndjson");
                ((ObjectNode) type.getValue())
                        .putObject(SCHEMA)
                        .setAll(
                                json
                                        ? Written.JSON.createObjectNode().put("type", "object")
                                        : Written.JSON
                                                .createObjectNode()
                                                .put("type", "string")
                                                .put("format", "binary"));
            }
        }
    }

    private static void body(ObjectNode operation, JsonNode told) {
        String body = told.path("body").asText();
        if (body.equals("none")) {
            operation.remove(REQUEST_BODY);
        } else if (!body.isEmpty()) {
            ObjectNode request = operation.putObject(REQUEST_BODY).put("required", true);
            request.putObject(CONTENT).putObject(JSON_TYPE).set(SCHEMA, schema(body));
        }
    }

    private static ObjectNode schema(String told) {
        if (!told.startsWith(LIST_OF)) {
            return Written.ref(told);
        }
        ObjectNode list = Written.JSON.createObjectNode().put("type", "array");
        list.set("items", Written.ref(told.substring(LIST_OF.length())));
        return list;
    }

    /** Where the statuses are not what the compiler thinks: the same answer, under those that are given. */
    private static void statuses(ObjectNode operation, JsonNode told) {
        ObjectNode responses = operation.withObject("/" + RESPONSES);
        ObjectNode first = (ObjectNode) responses.elements().next();
        first.put("description", operation.path("summary").asText());
        if (told.has("answer")) {
            first.putObject(CONTENT)
                    .putObject(JSON_TYPE)
                    .set(SCHEMA, schema(told.path("answer").asText()));
        }
        if (told.has("status")) {
            responses.removeAll();
            told.path("status").forEach(status -> {
                ObjectNode answer = first.deepCopy();
                if (status.asText().equals("204")) {
                    answer.remove(CONTENT);
                }
                responses.set(status.asText(), answer);
            });
        }
    }

    private static void problem(ObjectNode responses, String status) {
        responses.putObject(status).put("$ref", "#/components/responses/Problem" + status);
    }
}
