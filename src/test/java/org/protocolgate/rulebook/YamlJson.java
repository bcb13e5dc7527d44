package org.protocolgate.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML of the rule folder as JSON; dates stay as they are written. */
final class YamlJson {

    private static final Set<String> DATES =
            Set.of("on", "start", "end", "asOf", "birthDate", "withdrawnOn", "lastDose", "clears", "earliest");

    private YamlJson() {}

    private static final Tag NUMBER = new Tag("!number");

    static JsonNode read(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        DumperOptions dumper = new DumperOptions();
        Yaml reader = new Yaml(new Numbers(options), new Representer(dumper), dumper, options, new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
                addImplicitResolver(Tag.NULL, NULL, "~nN\0");
                addImplicitResolver(NUMBER, Pattern.compile("[0-9]+(\\.[0-9]+)?(e[0-9]+)?"), "0123456789");
            }
        });
        return node(reader.load(yaml), "");
    }

    /** Plain numbers exactly as written; quoted ones are text. */
    private static final class Numbers extends SafeConstructor {
        Numbers(LoaderOptions options) {
            super(options);
            yamlConstructors.put(NUMBER, new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return new BigDecimal(((ScalarNode) node).getValue());
                }
            });
        }
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
        } else if (value instanceof BigDecimal number && !DATES.contains(key)) {
            return json.numberNode(number);
        }
        return json.textNode(value.toString());
    }
}
