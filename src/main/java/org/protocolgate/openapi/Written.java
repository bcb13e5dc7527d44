package org.protocolgate.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads what was written by hand for the description. */
final class Written {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern TRUE_OR_FALSE = Pattern.compile("true|false");
    private static final String REF = "$ref";
    private static final String SCHEMAS = "#/components/schemas/";

    private Written() {}

    /** A YAML file; `$ref: Name` in it stands for the schema of that name, and a date is text. */
    static ObjectNode yaml(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        DumperOptions dumper = new DumperOptions();
        Yaml yaml = new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                addImplicitResolver(Tag.BOOL, TRUE_OR_FALSE, "tf"); // and not "on"
                addImplicitResolver(Tag.INT, INT, "-+0123456789");
                addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
            }
        });
        try {
            ObjectNode read = JSON.valueToTree(yaml.<Map<String, Object>>load(Files.readString(file)));
            expand(read);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode json(Path file) {
        try {
            return (ObjectNode) JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode ref(String schema) {
        return JSON.createObjectNode().put(REF, SCHEMAS + schema);
    }

    private static void expand(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.get(REF) instanceof TextNode name
                && !name.asText().startsWith("#")) {
            object.put(REF, SCHEMAS + name.asText());
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(Written::expand);
        }
    }
}
