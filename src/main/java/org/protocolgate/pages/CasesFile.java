package org.protocolgate.pages;

import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads worked examples as they are written: a date or a number stays the text that it is. */
final class CasesFile {

    private CasesFile() {}

    static List<Fields> read(String path, String text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root instanceof SequenceNode list) {
                return list.getValue().stream().map(node -> fields(path, node)).toList();
            }
        } catch (YAMLException e) {
            throw new IllegalStateException(path + ": " + e.getMessage(), e);
        }
        throw new IllegalStateException(path + ": a list is expected");
    }

    private static Fields fields(String path, Node node) {
        if (node instanceof MappingNode mapping) {
            return new Fields(mapping);
        }
        throw new IllegalStateException(path + ": a list of mappings is expected");
    }

    /** One example's keys and what stands under them. */
    record Fields(MappingNode mapping) {

        @Nullable
        Node node(String key) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key)) {
                    return tuple.getValueNode();
                }
            }
            return null;
        }

        @Nullable
        String text(String key) {
            return node(key) instanceof ScalarNode scalar ? scalar.getValue() : null;
        }

        String text(String key, String otherwise) {
            String text = text(key);
            return text == null ? otherwise : text;
        }
    }
}
