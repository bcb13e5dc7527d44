package org.protocolgate.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;

/** Whatever is changed in what is sent, it is answered without a fault of ours, and nothing is half stored. */
class MutatedImportsProperties {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<JsonNode> VALUES = List.of(
            JSON.nullNode(),
            JSON.textNode(""),
            JSON.textNode("2026-02-30"),
            JSON.textNode("9999-99-99T99:99:99Z"),
            JSON.textNode("\0"),
            JSON.textNode("\ud800"),
            JSON.textNode("x".repeat(2_000)),
            JSON.textNode("Patient/another"),
            JSON.textNode("#"),
            JSON.textNode("entered-in-error"),
            JSON.numberNode(-1),
            JSON.numberNode(new java.math.BigDecimal("1e999999")),
            JSON.numberNode(Long.MAX_VALUE),
            JSON.booleanNode(true),
            JSON.arrayNode(),
            JSON.arrayNode().add(1).add(JSON.arrayNode()),
            JSON.objectNode(),
            JSON.objectNode().put("reference", "Medication/ibu"));

    private static final List<String> XML_VALUES = List.of(
            "",
            "Transactional",
            "Update",
            "Remove' TransactionType='Remove",
            "2026-02-30",
            "2026---01",
            "&#0;",
            "&#xD800;",
            "&#x1F600;",
            "&lt;&amp;&quot;",
            "&nothing;",
            "]]>",
            "<![CDATA[x]]>",
            "<!-- -- -->",
            "<?x y?>",
            "1e999999",
            "-5",
            "x".repeat(2_000));

    private final Service service = Service.on(Database.H2);
    private final Trial trial = Trial.at(service);

    @Property(tries = 150)
    void bundles(@ForAll Random random) {
        ObjectNode bundle = Sent.bundle();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            mutate(bundle, random);
        }
        check(Sent.bytes(bundle), Sent.FHIR, "", random);
    }

    @Property(tries = 60)
    void bundlesOfOtherBytes(@ForAll Random random) {
        check(scrambled(Sent.bytes(Sent.bundle()), random), Sent.FHIR, "", random);
    }

    @Property(tries = 60)
    void sheets(@ForAll Random random) {
        check(scrambled(Sent.fixture("drug.csv"), random), Sent.CSV, "?kind=drug&partial=true", random);
    }

    @Property(tries = 40)
    void workbooks(@ForAll Random random) {
        check(scrambled(org.protocolgate.sheet.Templates.xlsx("all"), random), Sent.XLSX, "", random);
    }

    @Property(tries = 100)
    void clinicalData(@ForAll Random random) {
        String code = "FUZZ-" + Integer.toHexString(random.nextInt());
        String xml = new String(Sent.fixture("odm.xml"), StandardCharsets.UTF_8).replace("S-0001", code);
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            xml = otherXml(xml, random);
        }
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        check(code, random.nextInt(4) == 0 ? scrambled(bytes, random) : bytes, Sent.ODM, "");
    }

    /** Swaps, leaves out or repeats elements, or puts another value into an attribute. */
    private static String otherXml(String xml, Random random) {
        String[] parts = xml.split("(?=<)");
        int at = 1 + random.nextInt(parts.length - 1);
        String value = XML_VALUES.get(random.nextInt(XML_VALUES.size()));
        parts[at] = switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> parts[at] + parts[at];
            case 2 -> parts[random.nextInt(parts.length)];
            case 3 -> parts[at] + value;
            default -> parts[at].replaceFirst("\"[^\"]*\"", Matcher.quoteReplacement("\"" + value + "\""));
        };
        return String.join("", parts);
    }

    private void check(byte[] body, String type, String query, Random random) {
        check("FUZZ-" + Integer.toHexString(random.nextInt()), body, type, query);
    }

    private void check(String code, byte[] body, String type, String query) {
        trial.enrol(code);

        HttpResponse<String> answer = new Sent(service, code).send(body, type, query, "application/json");

        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201, 400);
        int recorded = 0;
        if (answer.statusCode() != 400) {
            for (JsonNode line : Service.json(answer).get("lines")) {
                recorded += line.get("facts").size();
            }
        }
        assertThat(trial.get("/api/participants/" + code + "/facts")).hasSize(recorded);
    }

    private static byte[] scrambled(byte[] bytes, Random random) {
        byte[] other = bytes.clone();
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            other[random.nextInt(other.length)] = (byte) random.nextInt();
        }
        return random.nextInt(4) == 0 ? java.util.Arrays.copyOf(other, random.nextInt(other.length)) : other;
    }

    /** Puts another value somewhere, removes one, or has one twice. */
    private static void mutate(JsonNode root, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode into = containers.get(random.nextInt(containers.size()));
        JsonNode value = VALUES.get(random.nextInt(VALUES.size()));
        if (into instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(4)) {
                case 0 -> object.remove(name);
                case 1 -> object.set("x" + name, value);
                case 2 ->
                    object.set(name, JSON.arrayNode().add(object.get(name)).add(object.get(name)));
                default -> object.set(name, value);
            }
        } else if (into instanceof ArrayNode array) {
            if (random.nextBoolean() || array.isEmpty()) {
                array.add(value);
            } else {
                array.add(array.get(random.nextInt(array.size())).deepCopy());
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainerNode()) {
            into.add(node);
            node.forEach(part -> collect(part, into));
        }
    }
}
