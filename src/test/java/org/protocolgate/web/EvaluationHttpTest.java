package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.protocolgate.protocol.Criterion;
import org.protocolgate.rulebook.Baseline;
import org.protocolgate.rulebook.TestRules;
import org.protocolgate.testing.Service;
import org.protocolgate.user.Role;

/** Questions over HTTP to the running service, as another program asks them. */
@MicronautTest(transactional = false)
class EvaluationHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NDJSON = "application/x-ndjson";

    @Inject
    EmbeddedServer server;

    private Service service;

    @BeforeEach
    void ask() {
        service = Service.of(server);
    }

    @Test
    void mayProceed() throws Exception {
        JsonNode decision = ask(Baseline.question("INFUSION"), "en");
        assertThat(decision.get("verdict").asText()).isEqualTo("PROCEED");
        assertThat(decision.get("earliest").isNull()).isTrue();
        assertThat(decision.get("study").asText()).isEqualTo("NCT07339332");
        assertThat(decision.get("protocolVersion").asText()).isEqualTo("1.0");
        assertThat(decision.get("ruleSet").asText()).matches("sha256:[0-9a-f]{64}");
        assertThat(decision.get("participant").asText()).isEqualTo("CT-900");
        assertThat(decision.get("on").asText()).isEqualTo("2026-03-10");
        assertThat(decision.get("asOf").asText()).isEqualTo("2026-03-10T12:00:00+08:00");
        assertThat(decision.get("warnings")).isEmpty();
        assertThat(decision.get("toDo")).isEmpty();
        assertThat(decision.get("criteria")).hasSize(46);
    }

    @Test
    void isHeldWithReasonEvidenceWindowAndDays() throws Exception {
        JsonNode decision = ask(held(), "en");
        JsonNode first = decision.get("criteria").get(0);
        assertThat(decision.get("verdict").asText()).isEqualTo("HOLD");
        assertThat(decision.get("earliest").asText()).isEqualTo("2026-03-16");
        assertThat(first.get("id").asText()).isEqualTo("EXC-13");
        assertThat(first.get("status").asText()).isEqualTo("NOT_MET");
        assertThat(first.get("title").asText()).isEqualTo("No JAK inhibitor in the 14 days before infusion");
        assertThat(first.get("reason").asText())
                .isEqualTo("baricitinib taken 2025-06 to 2026-03-01: inside 2026-02-24 to 2026-03-10.");
        assertThat(first.get("evidence")).hasSize(1);
        assertThat(first.get("evidence").get(0).asText()).isEqualTo("f31");
        assertThat(first.get("window").toString()).isEqualTo("{\"from\":\"2026-02-24\",\"to\":\"2026-03-10\"}");
        assertThat(first.get("clears").toString()).isEqualTo("{\"anchor\":\"INFUSION\",\"on\":\"2026-03-16\"}");
        assertThat(first.get("cites").asText()).isEqualTo("Exclusion Criteria, item 13");
    }

    @Test
    void criteriaComeMostSevereFirstThenInTheOrderOfTheProtocol() throws Exception {
        JsonNode criteria = ask(held().put("asOf", "2026-03-09"), "en").get("criteria");
        List<String> order =
                TestRules.newest().criteria().stream().map(Criterion::id).toList();
        List<String> severity = List.of("NOT_MET", "UNKNOWN", "PROVISIONAL", "MET", "NOT_APPLICABLE");
        int before = -1;
        for (JsonNode criterion : criteria) {
            int place = severity.indexOf(criterion.get("status").asText()) * 100
                    + order.indexOf(criterion.get("id").asText());
            assertThat(place).isGreaterThan(before);
            before = place;
        }
    }

    @Test
    void whatIsMissingIsSaidWithItsTime() throws Exception {
        ObjectNode question = Baseline.question("LYMPHODEPLETION");
        question.put("on", "2026-03-12T08:30").put("asOf", "2026-03-10T12:00");
        JsonNode todo = ask(question, "en").get("toDo");
        JsonNode test = todo.findParents("criterion").stream()
                .filter(t -> t.get("criterion").asText().equals("LDP-02"))
                .findFirst()
                .orElseThrow();
        assertThat(test.get("what").asText()).isEqualTo("Collect a serum beta-hCG.");
        assertThat(test.get("notBefore").asText()).isEqualTo("2026-03-10T08:30");
        assertThat(test.get("notAfter").asText()).isEqualTo("2026-03-12T08:30");
    }

    @Test
    void speaksChineseToThoseWhoAskForIt() throws Exception {
        JsonNode first = ask(held(), "zh-CN,zh;q=0.9,en;q=0.8").get("criteria").get(0);
        assertThat(first.get("title").asText())
                .contains("JAK")
                .containsPattern("\\p{IsHan}")
                .contains("14 \u5929");
        assertThat(first.get("reason").asText()).containsPattern("\\p{IsHan}").contains("baricitinib");
        assertThat(ask(held(), "fr").get("criteria").get(0).get("title").asText())
                .startsWith("No JAK");
        assertThat(ask(held(), "en;q=0.5,zh;q=0.1")
                        .get("criteria")
                        .get(0)
                        .get("title")
                        .asText())
                .startsWith("No JAK");
    }

    @Test
    void withoutAsOfItIsNow() throws Exception {
        ObjectNode question = Baseline.question("INFUSION");
        question.remove("asOf");
        assertThat(ask(question, "en").get("asOf").asText()).matches("20[0-9]{2}-.*\\+08:00");
    }

    @Test
    void anInstantIsMovedToTheZoneOfTheSite() throws Exception {
        ObjectNode question = Baseline.question("INFUSION").put("asOf", "2026-03-10T23:00:00-08:00");
        assertThat(ask(question, "en").get("asOf").asText()).isEqualTo("2026-03-11T15:00:00+08:00");
    }

    @Test
    void faultsAreAProblemWithAPointerEach() throws Exception {
        HttpResponse<String> answer =
                post("/api/evaluations", "application/json", "{\"gate\": \"INFUSION\", \"on\": \"2026-03\"}");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("application/problem+json");
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("title").asText()).isEqualTo("Bad Request");
        assertThat(problem.get("violations").findValuesAsText("pointer")).contains("/on", "/participant", "/facts");
    }

    @Test
    void anotherMediaTypeIsRefusedAsAProblem() throws Exception {
        HttpResponse<String> answer = post("/api/evaluations", "text/plain", "hello");
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(JSON.readTree(answer.body()).get("status").asInt()).isEqualTo(415);
    }

    @Test
    void whatIsNotThereIsAProblem() throws Exception {
        HttpResponse<String> answer = get("/api/protocols/NCT07339332/9.9");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(answer.body()).get("status").asInt()).isEqualTo(404);
        assertThat(get("/api/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void aBodyAboveTheLimitIsRefused() throws Exception {
        String body = "{\"gate\": \"" + "x".repeat(11 * 1024 * 1024) + "\"}";
        assertThat(post("/api/evaluations", "application/json", body).statusCode())
                .isEqualTo(413);
    }

    @Test
    void aBatchAnswersLineByLineInOrderAndGoesOnAfterABadLine() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            ObjectNode question = i % 3 == 0 ? held() : Baseline.question("INFUSION");
            ((ObjectNode) question.get("participant")).put("id", "CT-" + i);
            lines.append(i % 10 == 7 ? "{\"gate\": \"NONE\"}" : question.toString())
                    .append(i % 2 == 0 ? "\n" : "\r\n");
        }
        HttpResponse<String> answer =
                post("/api/evaluations/batch", NDJSON, lines.append("\n\n").toString());
        List<String> answers = answer.body().lines().toList();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith(NDJSON);
        assertThat(answers).hasSize(300);
        for (int i = 0; i < answers.size(); i++) {
            JsonNode line = JSON.readTree(answers.get(i));
            if (i % 10 == 7) {
                assertThat(line.get("status").asInt()).isEqualTo(400);
                assertThat(line.get("violations").findValuesAsText("pointer")).contains("/gate", "/on");
            } else {
                assertThat(line.get("participant").asText()).isEqualTo("CT-" + i);
                assertThat(line.get("verdict").asText()).isEqualTo(i % 3 == 0 ? "HOLD" : "PROCEED");
            }
        }
    }

    /** This client reads no answer before it has sent everything, and there is more of both than any buffer holds. */
    @Test
    void aBatchIsTakenFromAClientThatSendsEverythingFirst() throws Exception {
        String lines = (held() + "\n").repeat(2_000);
        HttpResponse<String> answer = post("/api/evaluations/batch", NDJSON, lines);
        assertThat(answer.body().lines().filter(line -> line.contains("\"verdict\":\"HOLD\"")))
                .hasSize(2_000);
    }

    @Test
    void aBatchWithoutLinesHasNoAnswers() throws Exception {
        HttpResponse<String> answer = post("/api/evaluations/batch", NDJSON, "\n");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void protocolsAreListedAndRead() throws Exception {
        JsonNode list = JSON.readTree(get("/api/protocols").body());
        assertThat(list.get(0).get("study").asText()).isEqualTo("NCT07339332");
        JsonNode protocol = JSON.readTree(get("/api/protocols/NCT07339332/1.0").body());
        assertThat(protocol.get("criteria")).hasSize(51);
        assertThat(protocol.get("criteria").findValuesAsText("title")).noneMatch(title -> title.contains("{"));
        assertThat(protocol.get("criteria").findValuesAsText("statement"))
                .noneMatch(statement -> statement.contains("{"));
    }

    @Test
    void theDescriptionOfTheInterfaceNamesWhatThereIs() throws Exception {
        JsonNode api = JSON.readTree(get("/openapi").body());
        assertThat(api.get("paths").fieldNames())
                .toIterable()
                .contains(
                        "/api/evaluations",
                        "/api/evaluations/batch",
                        "/api/protocols",
                        "/api/protocols/{study}/{version}");
        assertThat(api.at("/components/schemas/Decision/properties").fieldNames())
                .toIterable()
                .contains("verdict", "earliest", "criteria", "toDo");
    }

    private static ObjectNode held() {
        ObjectNode question = Baseline.question("INFUSION");
        question.withArray("facts")
                .addObject()
                .put("id", "f31")
                .put("type", "drug")
                .put("name", "baricitinib")
                .put("start", "2025-06")
                .put("end", "2026-03-01");
        return question;
    }

    private JsonNode ask(ObjectNode question, String language) {
        HttpResponse<String> answer = service.send(service.request(Role.COORDINATOR, "/api/evaluations")
                .header("Content-Type", "application/json")
                .header("Accept-Language", language)
                .POST(HttpRequest.BodyPublishers.ofString(question.toString())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Service.json(answer);
    }

    private HttpResponse<String> post(String path, String type, String body) {
        return service.send(service.request(Role.COORDINATOR, path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) {
        return service.get(Role.MONITOR, path);
    }
}
