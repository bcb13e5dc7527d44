package org.protocolgate.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.SentFact;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;

/** The schemas of facts say what the service reads: no type, key or word more, and none less. */
class OpenApiFactsTest {

    private static final JsonNode SCHEMAS =
            Service.json(Service.on(Database.H2).get(null, "/openapi")).at("/components/schemas");

    static Stream<String> types() {
        return StreamSupport.stream(
                        ((Iterable<Map.Entry<String, JsonNode>>) () -> SCHEMAS.at("/Fact/discriminator/mapping")
                                        .fields())
                                .spliterator(),
                        false)
                .map(Map.Entry::getKey);
    }

    @Test
    void everyTypeIsThere() {
        ObjectNode unknown = Written.JSON.createObjectNode().put("type", "no such type");
        assertThat(faults(unknown)).singleElement().asString().contains(sorted(types().toList()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void theExampleIsTaken(String type) {
        assertThat(faults((ObjectNode) schema(type).get("example"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsRequiredIsMissed(String type) {
        for (JsonNode key : schema(type).get("required")) {
            ObjectNode fact = schema(type).get("example").deepCopy();
            fact.remove(key.asText());
            assertThat(faults(fact)).as(key.asText()).isNotEmpty();
        }
    }

    /** A key that the schema names may stand against others, but is never one that nobody knows. */
    @ParameterizedTest
    @MethodSource("types")
    void everyKeyIsKnown(String type) {
        ObjectNode fact = schema(type).get("example").deepCopy();
        for (Map.Entry<String, JsonNode> key : schema(type).get("properties").properties()) {
            if (!fact.has(key.getKey())) {
                fact.set(key.getKey(), value(key.getValue()));
            }
        }
        assertThat(faults(fact)).noneMatch(fault -> fault.contains("unknown"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void theWordsAreThoseOfTheService(String type) {
        for (Map.Entry<String, JsonNode> key : schema(type).get("properties").properties()) {
            boolean list = key.getValue().has("items");
            JsonNode words =
                    list ? key.getValue().at("/items/enum") : key.getValue().path("enum");
            if (!words.isMissingNode() && !key.getKey().equals("type")) {
                ObjectNode fact = schema(type).get("example").deepCopy();
                fact.set(
                        key.getKey(),
                        list
                                ? Written.JSON.createArrayNode().add("NO SUCH WORD")
                                : Written.JSON.getNodeFactory().textNode("NO SUCH WORD"));
                List<String> told = new ArrayList<>();
                words.forEach(word -> told.add(word.asText()));
                told.remove("NONE"); // stands alone, beside the classes of a drug
                assertThat(faults(fact)).as(key.getKey()).anyMatch(fault -> fault.endsWith(told.toString()));
            }
        }
    }

    private static JsonNode schema(String type) {
        String name = SCHEMAS.at("/Fact/discriminator/mapping").get(type).asText();
        return SCHEMAS.get(name.substring(name.lastIndexOf('/') + 1));
    }

    private static String sorted(List<String> types) {
        return types.stream().sorted().toList().toString();
    }

    /** Any value of the kind that a schema wants. */
    private static JsonNode value(JsonNode schema) {
        JsonNode whole = schema;
        if (schema.has("$ref")) {
            String name = schema.get("$ref").asText();
            whole = SCHEMAS.get(name.substring(name.lastIndexOf('/') + 1));
        }
        if (whole.has("enum")) {
            return whole.at("/enum/0");
        }
        if (whole.has("example")) {
            return whole.get("example");
        }
        return switch (whole.path("type").asText()) {
            case "boolean" -> Written.JSON.getNodeFactory().booleanNode(false);
            case "number", "integer" -> Written.JSON.getNodeFactory().numberNode(1);
            case "array" -> Written.JSON.createArrayNode().add(value(whole.get("items")));
            case "object" -> {
                ObjectNode object = Written.JSON.createObjectNode();
                whole.path("properties").properties().forEach(key -> object.set(key.getKey(), value(key.getValue())));
                yield object;
            }
            default -> Written.JSON.getNodeFactory().textNode("a text");
        };
    }

    private static List<String> faults(ObjectNode fact) {
        byte[] sent = Written.JSON.createArrayNode().add(fact).toString().getBytes(StandardCharsets.UTF_8);
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> SentFact.readAll(sent, ZoneOffset.UTC));
        return refused == null
                ? List.of()
                : refused.violations().stream()
                        .map(violation -> violation.pointer() + " " + violation.message())
                        .toList();
    }
}
