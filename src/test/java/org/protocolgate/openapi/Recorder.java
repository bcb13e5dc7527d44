package org.protocolgate.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Digest;
import org.protocolgate.testing.Service;
import org.protocolgate.user.Role;

/** Asks a service by the names of operations, holds body and answer against the description, and keeps both as examples. */
final class Recorder {

    private static final int LONGEST_LIST = 2;
    private static final Set<String> SECRET = Set.of("access_token", "token", "password");
    private static final String A_SECRET = "a-secret";
    private static final String ELSEWHERE = "https://gate.example.org";
    private static final String JSON = "application/json";

    private final Service service;
    private final Description description;
    private final Map<String, ObjectNode> kept = new TreeMap<>();

    Recorder(Service service, Description description) {
        this.service = service;
        this.description = description;
    }

    JsonNode ask(Role role, String operation, String... inPath) {
        return send(role, operation, null, inPath);
    }

    /**
     * Sends a body.
     *
     * @param body JSON with single quotes, or null for none
     * @param inPath what stands in the address, in its order; what begins with ? is added to it
     */
    JsonNode send(@Nullable Role role, String operation, @Nullable String body, String... inPath) {
        String json = body == null ? null : body.replace('\'', '"');
        return answered(operation, json, request(role, operation, json, inPath));
    }

    /** Sends a file of another type; it is not kept. */
    JsonNode sendFile(String operation, String type, String content, String... inPath) {
        HttpRequest.Builder request = request(Role.COORDINATOR, operation, null, inPath)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(content));
        return answered(operation, null, request);
    }

    /** The same with the investigator's signature. */
    JsonNode sign(String operation, String body, String... inPath) {
        return sign(Role.INVESTIGATOR, operation, body, inPath);
    }

    JsonNode sign(Role role, String operation, String body, String... inPath) {
        String json = body.replace('\'', '"');
        String signing = "{'password': '%s', 'meaning': 'I attest to this.', 'digest': '%s'}"
                .formatted(Service.PASSWORD, Digest.of(json));
        String token = send(role, "sign", signing).get("token").asText();
        return answered(operation, json, request(role, operation, json, inPath).header("X-Signature", token));
    }

    private HttpRequest.Builder request(
            @Nullable Role role, String operation, @Nullable String json, String... inPath) {
        Description.Operation asked = description.operation(operation);
        String path = asked.path();
        for (String value : inPath) {
            path = value.startsWith("?") ? path + value : path.replaceFirst("\\{[^}]*}", value);
        }
        HttpRequest.Builder request = service.request(role, path);
        return json == null
                ? request.method(asked.method().toUpperCase(Locale.ROOT), HttpRequest.BodyPublishers.noBody())
                : request.header("Content-Type", JSON)
                        .method(asked.method().toUpperCase(Locale.ROOT), HttpRequest.BodyPublishers.ofString(json));
    }

    private JsonNode answered(String operation, @Nullable String json, HttpRequest.Builder request) {
        Description.Operation asked = description.operation(operation);
        HttpResponse<String> response = service.send(request);
        assertThat(response.statusCode()).as(operation + ": " + response.body()).isBetween(200, 299);
        ObjectNode example = kept.computeIfAbsent(operation, o -> Written.JSON.createObjectNode());
        if (json != null) {
            JsonNode sent = json(json);
            assertThat(description.faults(asked.pointer("/requestBody/content/application~1json/schema"), sent))
                    .as(operation + " " + sent)
                    .isEmpty();
            example.putIfAbsent("request", sent);
        }
        JsonNode told = asked.told().path("responses").path(Integer.toString(response.statusCode()));
        assertThat(told.isMissingNode())
                .as(operation + " " + response.statusCode())
                .isFalse();
        if (!told.path("content").has(JSON)) {
            return Written.JSON.missingNode();
        }
        JsonNode answer = json(response.body());
        String pointer = asked.pointer("/responses/" + response.statusCode() + "/content/application~1json/schema");
        assertThat(description.faults(pointer, answer))
                .as(operation + " " + answer)
                .isEmpty();
        JsonNode cut = withoutSecrets(cut(answer));
        assertThat(description.faults(pointer, cut)).as(operation + " cut").isEmpty();
        example.putIfAbsent("answer", cut);
        return answer;
    }

    Map<String, ObjectNode> kept() {
        return kept;
    }

    private static JsonNode json(String text) {
        try {
            return Written.JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    private static JsonNode cut(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode whole = Written.JSON.createObjectNode();
            object.properties().forEach(property -> whole.set(property.getKey(), cut(property.getValue())));
            return whole;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode first = Written.JSON.createArrayNode();
            for (int i = 0; i < Math.min(LONGEST_LIST, array.size()); i++) {
                first.add(cut(array.get(i)));
            }
            return first;
        }
        return node;
    }

    private JsonNode withoutSecrets(JsonNode answer) {
        if (answer instanceof ObjectNode object) {
            object.properties().forEach(property -> {
                String text = property.getValue().asText();
                if (SECRET.contains(property.getKey())) {
                    object.put(property.getKey(), A_SECRET);
                } else if (text.startsWith(service.uri("/").toString())) {
                    object.put(
                            property.getKey(),
                            ELSEWHERE + text.replaceAll("^http://[^/]*", "").replaceAll("(?<=token=).*", A_SECRET));
                }
            });
        }
        return answer;
    }

    /** The names of all operations that send or answer JSON. */
    static TreeSet<String> inJson(Description description) {
        TreeSet<String> names = new TreeSet<>();
        description.operations().forEach((id, operation) -> {
            if (operation.sends(JSON) || operation.answers(JSON)) {
                names.add(id);
            }
        });
        return names;
    }
}
