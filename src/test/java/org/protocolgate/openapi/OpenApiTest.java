package org.protocolgate.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.protocolgate.rulebook.Baseline;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/**
 * Every operation in the description of the interface, asked of a running service: what is sent and answered is as described, and
 * the examples in it are of this kind.
 */
class OpenApiTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final String LEVEL = "3.0e8";
    private static final Path EXAMPLES = Path.of("src/main/resources/openapi/examples.json");
    private static final Path NEW_EXAMPLES = Path.of("target/openapi-examples.json");

    /** These need a receiver that was gone for long, or a client that signs its requests: WebhookTest, CdsHooksHttpTest. */
    private static final Set<String> ASKED_ELSEWHERE =
            Set.of("replayDelivery", "listCdsServices", "askForCards", "giveFeedback");

    private static Service service;
    private static Description description;
    private static Recorder recorder;

    @BeforeAll
    static void start() {
        service = Service.start(Database.H2, Map.of("testing.clock", "set"));
        description = new Description(service);
        recorder = new Recorder(service, description);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void everyOperationIsAnsweredAsItIsDescribed() throws IOException {
        aStudyAndItsPeople();
        String participant = aParticipant();
        aDecision(participant);
        aHoldAndWhatBecomesOfIt();
        whatOthersHave();
        whatTheMonitorAsks();
        theLog();
        whoMayComeIn();
        TreeSet<String> unasked = Recorder.inJson(description);
        unasked.removeAll(recorder.kept().keySet());
        assertThat(unasked).isEqualTo(new TreeSet<>(ASKED_ELSEWHERE));
        theExamplesAreOfThisKind();
    }

    @Test
    void whatIsRefusedIsRefusedAsItIsDescribed() {
        refused(400, "evaluate", service.post(Role.COORDINATOR, "/api/evaluations", "{'on': 3}".replace('\'', '"')));
        refused(401, "listSweeps", service.get(null, "/api/sweeps"));
        refused(403, "startSweep", service.post(Role.MONITOR, "/api/sweeps", null));
        refused(404, "readParticipant", service.get(Role.MONITOR, "/api/participants/CT-999"));
        service.send(Role.COORDINATOR, "PUT", "/api/participants/CT-900", "{\"sex\": \"MALE\"}");
        String wrong = "{\"reason\": \"a wrong code\"}";
        service.post(Role.COORDINATOR, "/api/participants/CT-900/voiding", wrong);
        refused(409, "voidParticipant", service.post(Role.COORDINATOR, "/api/participants/CT-900/voiding", wrong));
    }

    private static void refused(int status, String operation, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(operation).isEqualTo(status);
        String name = "Problem" + status;
        assertThat(description
                        .operation(operation)
                        .told()
                        .at("/responses/" + status + "/$ref")
                        .asText())
                .endsWith("/" + name);
        assertThat(description.faults(
                        "/components/responses/" + name + "/content/application~1problem+json/schema",
                        Service.json(answer)))
                .isEmpty();
    }

    private static void aStudyAndItsPeople() {
        JsonNode first = recorder.ask(Role.MONITOR, "listProtocols").get(0);
        recorder.ask(
                Role.MONITOR,
                "readProtocol",
                first.get("study").asText(),
                first.get("version").asText());
        recorder.ask(Role.ADMIN, "reloadProtocols");
        recorder.send(
                Role.COORDINATOR, "evaluate", Baseline.question("INFUSION").toString());
    }

    private static String aParticipant() {
        String code = "CT-001";
        recorder.send(
                Role.COORDINATOR,
                "enrol",
                "{'sex': 'FEMALE', 'birthDate': '1991-04', 'childbearingPotential': 'NO', 'fertile': 'NO'}",
                code);
        recorder.send(
                Role.COORDINATOR,
                "recordFacts",
                "[{'type': 'vital', 'kind': 'WEIGHT', 'value': 61, 'on': '2026-03-05'}]",
                code);
        JsonNode facts = recorder.ask(Role.MONITOR, "listFacts", code);
        recorder.send(
                Role.COORDINATOR,
                "correctFact",
                "{'reason': 'misread', 'replacement': {'type': 'vital', 'kind': 'WEIGHT', 'value': 61.5,"
                        + " 'unit': 'kg', 'on': '2026-03-05'}}",
                facts.at("/0/id").asText());
        recorder.sign("recordFacts", Trial.ready(TODAY, LEVEL).toString(), code);
        recorder.ask(Role.MONITOR, "readDossier", code);
        recorder.ask(Role.MONITOR, "readParticipant", code);
        recorder.ask(Role.MONITOR, "listParticipants");
        return code;
    }

    private static void aDecision(String code) {
        JsonNode decision =
                recorder.send(Role.COORDINATOR, "decide", "{'gate': 'INFUSION', 'on': '" + TODAY + "'}", code);
        String id = decision.get("id").asText();
        recorder.ask(Role.MONITOR, "listDecisions", code);
        recorder.ask(Role.MONITOR, "readDecision", id);
        recorder.ask(Role.MONITOR, "replayDecision", id);
        JsonNode given = recorder.sign(
                "authorise", "{'participant': '" + code + "', 'on': '" + TODAY + "', 'level': '" + LEVEL + "'}", id);
        recorder.ask(Role.MONITOR, "readAuthorisation", given.get("id").asText());
        recorder.ask(Role.MONITOR, "listAuthorisations", code);
        recorder.send(
                Role.COORDINATOR,
                "revokeAuthorisation",
                "{'reason': 'The bag is damaged.'}",
                given.get("id").asText());
    }

    private static void aHoldAndWhatBecomesOfIt() {
        recorder.send(Role.COORDINATOR, "enrol", "{'sex': 'MALE', 'birthDate': '1988', 'fertile': 'NO'}", "CT-002");
        recorder.sign("recordFacts", Trial.ready(TODAY, LEVEL).toString(), "CT-002");
        recorder.send(
                Role.COORDINATOR,
                "recordFacts",
                "[{'type': 'drug', 'name': 'baricitinib', 'start': '2025-06', 'end': '2026-03-01'}]",
                "CT-002");
        JsonNode held = recorder.send(Role.COORDINATOR, "decide", "{'gate': 'INFUSION', 'on': '2026-03-11'}", "CT-002");
        String id = held.get("id").asText();
        recorder.send(Role.COORDINATOR, "acknowledgeDecision", "{'comment': 'Seen.'}", id);
        recorder.ask(Role.MONITOR, "listAcknowledgements", id);
        recorder.send(
                Role.COORDINATOR,
                "recordFacts",
                "[{'type': 'milestone', 'kind': 'INFUSION_STARTED', 'on': '2026-03-10T11:00'}]",
                "CT-002");
        JsonNode deviations = recorder.ask(Role.MONITOR, "listDeviations");
        String deviation = deviations.at("/deviations/0/id").asText();
        recorder.ask(Role.MONITOR, "readDeviation", deviation);
        JsonNode alerts = recorder.ask(Role.MONITOR, "listAlerts", "?open=true&severity=STOP");
        String alert = alerts.at("/alerts/0/id").asText();
        recorder.ask(Role.MONITOR, "readAlert", alert);
        recorder.send(Role.COORDINATOR, "acknowledgeAlert", "{'comment': 'The sponsor was called.'}", alert);
        recorder.send(
                Role.COORDINATOR,
                "completeDeviation",
                "{'assessment': 'No harm was seen.', 'action': 'The site was trained again.'}",
                deviation);
        JsonNode others = recorder.ask(Role.MONITOR, "listAlerts", "?open=true&severity=ACTION");
        recorder.send(
                Role.COORDINATOR,
                "snoozeAlert",
                "{'until': '2026-03-12T08:00:00Z'}",
                others.at("/alerts/0/id").asText());
        recorder.ask(Role.MONITOR, "listDeliveries");
        recorder.ask(Role.MONITOR, "listLevels");
        recorder.ask(Role.MONITOR, "readLevel", LEVEL);
        recorder.sign(
                "decideOnLevel",
                "{'kind': 'STAY', 'level': '" + LEVEL + "', 'reason': 'Three more at this dose.'}",
                LEVEL);
        JsonNode sweep = recorder.ask(Role.COORDINATOR, "startSweep");
        recorder.ask(Role.MONITOR, "readSweep", sweep.get("id").asText());
        recorder.ask(Role.MONITOR, "listSweeps");
        recorder.send(Role.COORDINATOR, "enrol", "{'sex': 'MALE'}", "CT-020");
        recorder.send(Role.COORDINATOR, "voidParticipant", "{'reason': 'It is CT-002.'}", "CT-020");
    }

    private static void whatOthersHave() throws IOException {
        recorder.send(Role.COORDINATOR, "enrol", "{'sex': 'MALE', 'birthDate': '1988-03'}", "CT-003");
        recorder.sendFile("takeOver", "application/fhir+json", imported("bundle.json"), "CT-003");
        recorder.sendFile("takeOverStudy", "application/json", imported("cm.json"));
    }

    private static String imported(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/imports").resolve(name));
    }

    private static void whatTheMonitorAsks() {
        JsonNode query = recorder.send(
                Role.MONITOR, "openQuery", "{'participant': 'CT-002', 'text': 'Why so late?', 'due': '2026-03-12'}");
        String id = query.get("id").asText();
        recorder.send(Role.COORDINATOR, "answerQuery", "{'text': 'The letter came today.'}", id);
        recorder.send(Role.MONITOR, "reopenQuery", "{'text': 'From whom?'}", id);
        recorder.send(Role.COORDINATOR, "answerQuery", "{'text': 'From the hospital.'}", id);
        recorder.send(Role.MONITOR, "closeQuery", "{'text': 'Thanks.'}", id);
        recorder.ask(Role.MONITOR, "readQuery", id);
        recorder.ask(Role.MONITOR, "listQueries");
        JsonNode entry = recorder.ask(Role.MONITOR, "listEntries", "?limit=1&action=RULE_FIRED")
                .at("/entries/0");
        JsonNode mark = recorder.sign(
                Role.MONITOR,
                "markReviewed",
                "{'entry': '" + entry.get("id").asText() + "', 'hash': '"
                        + entry.get("hash").asText() + "', 'comment': 'As the protocol has it.'}");
        recorder.ask(
                Role.MONITOR,
                "listReviewMarks",
                "?decision=" + entry.get("decision").asText());
        recorder.send(
                Role.MONITOR,
                "withdrawReviewMark",
                "{'reason': 'Not that one.'}",
                mark.get("id").asText());
        recorder.ask(Role.MONITOR, "listLateEntries");
        recorder.ask(Role.MONITOR, "listChangesAfterProceed");
        recorder.ask(Role.MONITOR, "listScreening");
        recorder.send(
                Role.COORDINATOR,
                "askAboutDrug",
                "{'drug': {'name': 'baricitinib', 'start': '2026-03-10'}, 'on': '2026-03-20'}",
                "CT-001");
    }

    private static void theLog() {
        recorder.ask(Role.MONITOR, "listEntries", "?limit=5");
        recorder.send(
                Role.MONITOR, "saveView", "{'name': 'stops', 'filter': {'action': 'RULE_FIRED', 'status': 'NOT_MET'}}");
        recorder.ask(Role.MONITOR, "listViews");
        recorder.ask(Role.MONITOR, "removeView", "stops");
        JsonNode seal = recorder.ask(Role.ADMIN, "seal");
        recorder.ask(Role.MONITOR, "listSeals");
        recorder.ask(Role.MONITOR, "readSeal", seal.get("number").asText());
        recorder.ask(Role.MONITOR, "verify");
    }

    private static void whoMayComeIn() {
        recorder.send(null, "logIn", "{'username': 'monitor', 'password': '" + Service.PASSWORD + "'}");
        recorder.send(Role.ADMIN, "addUser", "{'username': 'berta', 'role': 'MONITOR'}");
        recorder.ask(Role.ADMIN, "listUsers");
        recorder.ask(Role.ADMIN, "resetPassword", "berta");
        recorder.send(Role.ADMIN, "assignRole", "{'role': 'COORDINATOR'}", "berta");
        recorder.ask(Role.ADMIN, "deactivateUser", "berta");
        recorder.ask(Role.ADMIN, "activateUser", "berta");
        recorder.ask(Role.ADMIN, "unlockUser", "berta");
        recorder.ask(Role.MONITOR, "createCalendarToken");
        recorder.ask(Role.MONITOR, "revokeCalendarToken");
        recorder.send(
                Role.INVESTIGATOR,
                "changePassword",
                "{'old': '" + Service.PASSWORD + "', 'new': 'another-one-for-tests'}");
    }

    /** Identifiers and moments differ from run to run; keys and kinds of values do not. */
    private static void theExamplesAreOfThisKind() throws IOException {
        ObjectNode now = Written.JSON.createObjectNode();
        recorder.kept().forEach(now::set);
        Files.writeString(
                NEW_EXAMPLES, Written.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(now) + "\n");
        assertThat(shape(Written.JSON.readTree(EXAMPLES.toFile())))
                .as("copy %s to %s after having read the difference", NEW_EXAMPLES, EXAMPLES)
                .isEqualTo(shape(now));
    }

    private static JsonNode shape(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode shape = Written.JSON.createObjectNode();
            object.properties().forEach(property -> shape.set(property.getKey(), shape(property.getValue())));
            return shape;
        }
        if (node.isArray()) {
            var shape = Written.JSON.createArrayNode();
            node.forEach(item -> shape.add(shape(item)));
            return shape;
        }
        return Written.JSON.getNodeFactory().textNode(node.getNodeType().name());
    }
}
