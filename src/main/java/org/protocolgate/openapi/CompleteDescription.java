package org.protocolgate.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Completes the description of the interface; the build calls it. */
public final class CompleteDescription {

    private static final String ADDITIONAL = "additionalProperties";
    private static final String SCHEMAS = "schemas";
    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "What was sent has faults; each is named with its place.",
            "401", "Nobody is logged in, or the password is wrong.",
            "403", "The role may not do this.",
            "404", "It is not there.",
            "409", "The present state stands against it; where it is the protocol, the criteria are named.",
            "422", "The rule folder has faults; each is named.");

    private CompleteDescription() {}

    /**
     * Writes {@code META-INF/openapi/openapi.json}.
     *
     * @param args the folder of classes, with what the compiler told and what was written
     * @throws IllegalStateException if something was written of an operation that is not there, or nothing of one that is
     */
    public static void main(String[] args) throws IOException {
        Path classes = Path.of(args[0]);
        ObjectNode description = Written.json(classes.resolve("META-INF/swagger/openapi.json"));
        Path written = classes.resolve("openapi");
        complete(
                description,
                Written.yaml(written.resolve("schemas.yaml")),
                Written.yaml(written.resolve("operations.yaml")),
                Written.json(written.resolve("examples.json")));
        Path place =
                Files.createDirectories(classes.resolve("META-INF/openapi")).resolve("openapi.json");
        Files.writeString(place, Written.JSON.writeValueAsString(description));
    }

    private static void complete(
            ObjectNode description, ObjectNode schemas, ObjectNode operations, ObjectNode examples) {
        anyValue(description);
        ObjectNode components = description.withObject("/components");
        ObjectNode known = components.withObject("/" + SCHEMAS);
        for (String added : List.of("parts", "bodies")) {
            schemas.get(added).fieldNames().forEachRemaining(name -> {
                if (known.has(name)) {
                    throw new IllegalStateException("schemas.yaml: a controller has a " + name + ", too");
                }
            });
            known.setAll((ObjectNode) schemas.get(added));
        }
        known.setAll((ObjectNode) schemas.get("instead"));
        FactSchemas.add(known, schemas.get("facts"));
        schemas.get("changes")
                .properties()
                .forEach(change -> ((ObjectNode) known.get(change.getKey()))
                        .withObject("/properties")
                        .setAll((ObjectNode) change.getValue()));
        PROBLEMS.forEach((status, says) -> {
            ObjectNode problem = components.withObject("/responses").putObject("Problem" + status);
            problem.put("description", says);
            problem.putObject("content").putObject("application/problem+json").set("schema", Written.ref("Problem"));
        });
        ObjectNode paths = description.withObject("/paths");
        new Operations(paths, operations).complete();
        new Examples(paths, examples).add();
    }

    /** The compiler takes a map of anything for a map of objects. */
    private static void anyValue(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path(ADDITIONAL).size() == 1
                && object.path(ADDITIONAL).path("type").asText().equals("object")) {
            object.put(ADDITIONAL, true);
        }
        node.forEach(CompleteDescription::anyValue);
    }
}
