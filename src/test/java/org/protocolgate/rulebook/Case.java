package org.protocolgate.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.protocolgate.decision.Deciding;
import org.protocolgate.decision.Decision;
import org.protocolgate.intake.Request;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.Limits;

/**
 * One worked example of a criterion: what departs from the baseline, and what comes of it. How it is written stands in
 * rules/README.md.
 */
record Case(String criterion, Gate asked, JsonNode yaml) {

    private static final Set<String> KEYS = Set.of("name", "given", "then", "because", "clears", "earliest", "warns");

    private static final class Read {
        static final List<Case> ALL = read();
    }

    static List<Case> all() {
        return Read.ALL;
    }

    private static List<Case> read() {
        List<Case> cases = new ArrayList<>();
        TestRules.files().files().forEach((path, text) -> {
            if (path.endsWith(".cases.yaml")) {
                String criterion = path.replaceAll(".*/([A-Z]+-[0-9]+)-.*", "$1");
                Gate gate = TestRules.newest().criterion(criterion).gate();
                YamlJson.read(text).forEach(yaml -> cases.add(new Case(criterion, gate, yaml)));
            }
        });
        return cases;
    }

    static List<Case> of(String criterion) {
        return all().stream().filter(c -> c.criterion().equals(criterion)).toList();
    }

    String name() {
        return yaml.path("name").asText();
    }

    String status() {
        return yaml.path("then").asText();
    }

    /** The title of the rule that has to fire, after the criterion's id and the status; null where none is named. */
    String because() {
        return yaml.path("because").asText(null);
    }

    /** The clearing date, "none", or null where the case does not speak of it. */
    String clears() {
        return yaml.path("clears").asText(null);
    }

    String earliest() {
        return yaml.path("earliest").asText(null);
    }

    String warns() {
        return yaml.path("warns").asText(null);
    }

    List<String> unknownKeys() {
        List<String> unknown = new ArrayList<>();
        yaml.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                unknown.add(key);
            }
        });
        return unknown;
    }

    Decision decide() {
        return decide(TestRules.newest().limits());
    }

    Decision decide(Limits limits) {
        Request request = Questions.read(question());
        return Deciding.decide(
                request.dossier(),
                request.cohort(),
                Questions.question(request),
                request.version().with(limits));
    }

    /** The baseline with all that the case gives. */
    private ObjectNode question() {
        JsonNode given = yaml.path("given");
        String gate = given.path("gate").asText(asked == Gate.FOLLOW_UP ? "FOLLOW_UP" : "INFUSION");
        ObjectNode question = Baseline.question(gate);
        ArrayNode facts = (ArrayNode) question.get("facts");
        for (Iterator<Map.Entry<String, JsonNode>> all = given.fields(); all.hasNext(); ) {
            Map.Entry<String, JsonNode> one = all.next();
            JsonNode value = one.getValue();
            switch (one.getKey()) {
                case "gate" -> {}
                case "on", "asOf", "protocolVersion" -> question.set(one.getKey(), value);
                case "participant" -> ((ObjectNode) question.get("participant")).setAll((ObjectNode) value);
                case "cohort" -> cohort(question, value);
                case "without" -> value.forEach(which -> remove(facts, which.asText()));
                case "change" ->
                    value.fields()
                            .forEachRemaining(
                                    c -> Baseline.fact(question, c.getKey()).setAll((ObjectNode) c.getValue()));
                default -> add(facts, one.getKey(), value);
            }
        }
        return question;
    }

    private static void cohort(ObjectNode question, JsonNode value) {
        if (value.isObject()) {
            ((ObjectNode) question.get("cohort")).setAll((ObjectNode) value);
        } else {
            question.remove("cohort");
        }
    }

    private static void add(ArrayNode facts, String type, JsonNode value) {
        List<JsonNode> added = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(added::add);
        } else {
            added.add(value);
        }
        added.forEach(fact -> facts.add(((ObjectNode) fact.deepCopy()).put("type", type)));
    }

    /** Leaves out the fact of this id, or all facts of this type. */
    private static void remove(ArrayNode facts, String which) {
        int before = facts.size();
        for (Iterator<JsonNode> all = facts.elements(); all.hasNext(); ) {
            JsonNode fact = all.next();
            if (fact.path("id").asText().equals(which)
                    || fact.path("type").asText().equals(which)) {
                all.remove();
            }
        }
        if (facts.size() == before) {
            throw new IllegalArgumentException("the baseline has neither a fact nor a type " + which);
        }
    }
}
