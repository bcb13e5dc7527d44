package org.protocolgate.pages;

import java.util.List;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML in its flow style, whatever style it is written in, with anchors replaced by what they stand for. */
final class FlowText {

    private static final int LINE = 100;

    private FlowText() {}

    /** A line for each key; a list too long for one line has a line for each item. */
    static String of(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .map(tuple -> key(tuple) + ": " + value(tuple.getValueNode(), "  "))
                    .collect(Collectors.joining("\n"));
        }
        return inline(node);
    }

    private static String value(Node node, String indent) {
        String line = inline(node);
        if (line.length() <= LINE) {
            return line;
        } else if (node instanceof SequenceNode list) {
            return lines("[", list.getValue().stream().map(FlowText::inline).toList(), "]", indent);
        } else if (node instanceof MappingNode mapping) {
            List<String> entries = mapping.getValue().stream()
                    .map(tuple -> key(tuple) + ": " + value(tuple.getValueNode(), indent + "  "))
                    .toList();
            return lines("{", entries, "}", indent);
        }
        return line;
    }

    private static String lines(String open, List<String> items, String close, String indent) {
        return items.stream()
                .collect(Collectors.joining(",\n" + indent, open + "\n" + indent, "\n" + indent.substring(2) + close));
    }

    private static String inline(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().isEmpty()
                    ? "{}"
                    : mapping.getValue().stream()
                            .map(tuple -> key(tuple) + ": " + inline(tuple.getValueNode()))
                            .collect(Collectors.joining(", ", "{ ", " }"));
        } else if (node instanceof SequenceNode list) {
            return list.getValue().stream().map(FlowText::inline).collect(Collectors.joining(", ", "[", "]"));
        }
        return scalar((ScalarNode) node);
    }

    private static String key(NodeTuple tuple) {
        return inline(tuple.getKeyNode());
    }

    /** Plain text stays plain, all other is quoted. */
    private static String scalar(ScalarNode node) {
        return node.getScalarStyle() == ScalarStyle.PLAIN
                ? node.getValue()
                : "\""
                        + node.getValue()
                                .replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\n", "\\n") + "\"";
    }
}
