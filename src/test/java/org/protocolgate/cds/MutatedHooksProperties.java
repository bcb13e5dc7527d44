package org.protocolgate.cds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;

/** Whatever is changed in a message, it is answered without a fault of ours, and its cards are whole. */
class MutatedHooksProperties {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String CODE = "CDS-FUZZ";
    private static final List<String> MESSAGES = List.of("patient-view", "order-sign", "appointment-book");
    private static final List<JsonNode> VALUES = List.of(
            JSON.nullNode(),
            JSON.textNode(""),
            JSON.textNode("2026-02-30"),
            JSON.textNode("9999-99-99T99:99:99Z"),
            JSON.textNode("+999999999-12-31T00:00:00Z"),
            JSON.textNode("\0"),
            JSON.textNode("\ud800"),
            JSON.textNode("x".repeat(2_000)),
            JSON.textNode("Patient/another"),
            JSON.textNode("draft"),
            JSON.numberNode(-1),
            JSON.numberNode(new BigDecimal("1e999999")),
            JSON.booleanNode(true),
            JSON.arrayNode(),
            JSON.arrayNode().add(1).add(JSON.arrayNode()),
            JSON.objectNode(),
            JSON.objectNode().put("resourceType", "MedicationRequest").put("status", "draft"),
            JSON.objectNode().put("reference", "Medication/ibu"));

    private static Service service;
    private static Ehr ehr;

    @BeforeContainer
    static void start() {
        service = Ehr.start(Database.H2);
        ehr = Ehr.of(service);
        Trial.at(service).enrolReady(CODE, LocalDate.parse("2026-03-10"), "3.0e8");
    }

    @AfterContainer
    static void stop() {
        service.close();
    }

    @Property(tries = 150)
    void messages(@ForAll Random random) {
        ObjectNode message = Ehr.message(MESSAGES.get(random.nextInt(MESSAGES.size())), CODE);
        String path = Ehr.path(message);
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            mutate(message, random);
        }
        check(ehr.call(path, message.toString()));
    }

    @Property(tries = 40)
    void feedback(@ForAll Random random) {
        ObjectNode said = (ObjectNode) Ehr.parse("""
                {'feedback': [{'card': '0a4c1d52-7a1e-4a59-9f36-52a3f2f6f1b0', 'outcome': 'overridden',
                  'outcomeTimestamp': '2026-03-10T04:00:00Z', 'overrideReason': {'reason': {'code': 'c', 'system': 's'}, 'userComment': 'x'}}]}""");
        String view = ehr.cards(Ehr.message("patient-view", CODE)).at("/0/uuid").asText();
        ((ObjectNode) said.at("/feedback/0")).put("card", view);
        mutate(said, random);
        check(ehr.call("/cds-services/protocol-gate-patient-view/feedback", said.toString()));
    }

    private static void check(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400, 404, 412);
        if (answer.statusCode() == 200) {
            for (JsonNode card : Service.json(answer).path("cards")) {
                assertThat(card.get("summary").asText().length()).isBetween(1, 139);
                assertThat(card.get("indicator").asText()).isIn("info", "warning", "critical");
            }
        }
    }

    private static void mutate(JsonNode root, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode into = containers.get(random.nextInt(containers.size()));
        JsonNode value = VALUES.get(random.nextInt(VALUES.size())).deepCopy();
        if (into instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(3)) {
                case 0 -> object.remove(name);
                case 1 ->
                    object.set(name, JSON.arrayNode().add(object.get(name)).add(object.get(name)));
                default -> object.set(name, value);
            }
        } else if (into instanceof ArrayNode array) {
            array.add(array.isEmpty() ? value : array.get(0).deepCopy());
        }
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainerNode()) {
            into.add(node);
            node.forEach(part -> collect(part, into));
        }
    }
}
