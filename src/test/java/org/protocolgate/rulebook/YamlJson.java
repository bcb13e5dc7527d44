package org.protocolgate.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML of the rule folder as JSON; dates stay as they are written. */
final class YamlJson {

    private static final Set<String> DATES =
            Set.of("on", "start", "end", "asOf", "birthDate", "withdrawnOn", "lastDose", "clears", "earliest");

    private YamlJson() {}

    static JsonNode read(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        DumperOptions dumper = new DumperOptions();
        Yaml reader = new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                addImplicitResolver(Tag.BOOL, java.util.regex.Pattern.compile("true|false"), "tf");
                addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            }
        });
        return node(reader.load(yaml), "");
    }

    private static JsonNode node(Object value, String key) {
        JsonNodeFactory json = JsonNodeFactory.withExactBigDecimals(true);
        if (value == null) {
            return json.nullNode();
        } else if (value instanceof Map<?, ?> map) {
            ObjectNode object = json.objectNode();
            map.forEach((name, item) -> object.set(String.valueOf(name), node(item, String.valueOf(name))));
            return object;
        } else if (value instanceof List<?> list) {
            ArrayNode array = json.arrayNode();
            list.forEach(item -> array.add(node(item, key)));
            return array;
        } else if (value instanceof Boolean flag) {
            return json.booleanNode(flag);
        }
        String text = value.toString();
        boolean number = text.matches("[0-9]+(\\.[0-9]+)?(e[0-9]+)?") && !DATES.contains(key) && !TEXTS.contains(key);
        return number ? json.numberNode(new BigDecimal(text)) : json.textNode(text);
    }

    /** Keys whose values are text even where they look like numbers. */
    private static final Set<String> TEXTS = Set.of("level", "protocolVersion", "version", "id", "participant", "name");
}
