package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.audit.Digest;
import org.protocolgate.rulebook.Baseline;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.SetClock;
import org.protocolgate.user.Role;

/** The stored study as its users go through it, over HTTP. */
@ParameterizedClass
@EnumSource(Database.class)
record StudyHttpTest(Database database) {

    private static final String INFUSION = "{\"gate\": \"INFUSION\", \"on\": \"2026-03-10\"}";
    private static final String BARICITINIB = "[{\"id\": \"b\", \"type\": \"drug\", \"name\": \"baricitinib\","
            + " \"start\": \"2025-06\", \"end\": \"2026-03-01\"}]";

    private static Service service;

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        service = Service.start(database, Map.of("testing.clock", "set"));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        service.close();
    }

    @Test
    void fromEnrolmentToADecisionThatIsLookedInto() {
        String participant = enrolled("CT-401");
        record(participant, facts(false).toString());

        String judgements = facts(true).toString();
        assertStatus(service.post(Role.COORDINATOR, participant + "/facts", judgements), 403);
        HttpResponse<String> unsigned = service.post(Role.INVESTIGATOR, participant + "/facts", judgements);
        assertStatus(unsigned, 403);
        assertThat(Service.json(unsigned).get("detail").asText()).contains(Digest.of(judgements));
        assertThat(verdict(decide(participant))).isEqualTo("INCOMPLETE");
        String token = sign(judgements);
        assertStatus(signed(participant, judgements + " ", token), 403);
        assertStatus(signed(participant, judgements, token), 201);
        assertStatus(signed(participant, judgements, token), 403);

        HttpResponse<String> decided = decide(participant);
        assertThat(verdict(decided)).isEqualTo("PROCEED");
        String location = decided.headers().firstValue("Location").orElseThrow();
        assertThat(service.get(Role.MONITOR, location).body()).isEqualTo(decided.body());
        JsonNode chinese = Service.json(
                service.send(service.request(Role.MONITOR, location).header("Accept-Language", "zh-CN")));
        assertThat(chinese.at("/criteria/0/title").asText()).matches(".*\\p{IsHan}.*");
        assertThat(chinese.get("verdict").asText()).isEqualTo("PROCEED");
        assertThat(get(participant + "/decisions").get(0).get("verdict").asText())
                .isEqualTo("PROCEED");
        assertReplaysEqual(decided);
        assertThat(get(participant).get("active").asBoolean()).isTrue();
    }

    @Test
    void aCorrectionCountsFromThenOnAndHistoryStays() {
        String participant = enrolled("CT-402");
        record(participant, facts(false).toString());
        assertStatus(
                signed(participant, facts(true).toString(), sign(facts(true).toString())), 201);
        String drug = record(participant, BARICITINIB).at("/ids/0").asText();
        HttpResponse<String> held = decide(participant);
        assertThat(verdict(held)).isEqualTo("HOLD");
        assertThat(Service.json(held).at("/criteria/0/evidence/0").asText()).isEqualTo(drug);

        SetClock clock = service.bean(SetClock.class);
        String then = clock.instant().plusSeconds(1).toString();
        clock.pass(Duration.ofMinutes(1));
        HttpResponse<String> corrected = service.post(
                Role.COORDINATOR,
                "/api/facts/" + drug + "/corrections",
                "{\"reason\": \"misread\", \"replacement\": {\"type\": \"drug\", \"name\": \"baricitinib\","
                        + " \"start\": \"2025-06\", \"end\": \"2026-02-01\"}}");
        assertStatus(corrected, 201);
        assertThat(verdict(decide(participant))).isEqualTo("PROCEED");
        assertThat(state(participant + "/facts", drug)).isEqualTo("SUPERSEDED");
        assertThat(state(participant + "/facts?asKnownAt=" + then, drug)).isEqualTo("CURRENT");
        HttpResponse<String> asThen = service.post(
                Role.COORDINATOR,
                participant + "/decisions",
                INFUSION.replace("}", ", \"asKnownAt\": \"" + then + "\"}"));
        assertThat(verdict(asThen)).isEqualTo("HOLD");
        assertReplaysEqual(held);
    }

    @Test
    void theAuditLogSaysWhichRulesFired() {
        String participant = enrolled("CT-403");
        record(participant, BARICITINIB);
        String decision = Service.json(decide(participant)).get("id").asText();
        JsonNode fired = get("/api/audit?limit=500&action=RULE_FIRED&decision=" + decision);
        JsonNode made = get("/api/audit?action=DECISION_MADE&decision=" + decision);
        assertThat(made.get("entries")).hasSize(1);
        assertThat(fired.get("entries"))
                .hasSize(made.at("/entries/0/details/rules").asInt());
        JsonNode washout = get("/api/audit?action=RULE_FIRED&criterion=EXC-13&decision=" + decision)
                .get("entries");
        assertThat(washout).hasSize(1);
        assertThat(washout.at("/0/rule").asText()).startsWith("EXC-13 not met");
        assertThat(washout.at("/0/user").asText()).isEqualTo("coordinator");
        assertThat(get("/api/audit/verification").get("whole").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"MONITOR", "ADMIN"})
    void whoIsNotOfTheSiteReadsAndDoesNotWrite(Role role) {
        String participant = enrolled("CT-404-" + role);
        String fact = record(participant, BARICITINIB).at("/ids/0").asText();
        String decision =
                "/api/decisions/" + Service.json(decide(participant)).get("id").asText();
        for (String path : List.of(
                "/api/participants",
                participant,
                participant + "/facts",
                participant + "/decisions",
                decision,
                decision + "/replay",
                "/api/audit?limit=1")) {
            assertStatus(service.get(role, path), 200);
        }
        assertStatus(service.send(role, "PUT", "/api/participants/CT-405", "{\"sex\": \"MALE\"}"), 403);
        assertStatus(service.post(role, participant + "/facts", BARICITINIB), 403);
        assertStatus(service.post(role, participant + "/decisions", INFUSION), 403);
        assertStatus(service.post(role, participant + "/voiding", "{\"reason\": \"x\"}"), 403);
        assertStatus(service.post(role, "/api/facts/" + fact + "/corrections", "{\"reason\": \"x\"}"), 403);
        assertThat(get(participant + "/facts")).hasSize(1);
    }

    private static String enrolled(String code) {
        String path = "/api/participants/" + code;
        ObjectNode person = (ObjectNode) Baseline.question("INFUSION").get("participant");
        person.remove("id");
        assertStatus(service.send(Role.COORDINATOR, "PUT", path, person.toString()), 201);
        assertStatus(service.send(Role.COORDINATOR, "PUT", path, person.toString()), 200);
        return path;
    }

    /** The facts of the unremarkable participant: those that are signed, or the others. */
    private static ArrayNode facts(boolean signed) {
        ArrayNode facts = (ArrayNode) Baseline.question("INFUSION").get("facts");
        for (int i = facts.size() - 1; i >= 0; i--) {
            if (facts.get(i).get("type").asText().equals("judgement") != signed) {
                facts.remove(i);
            }
        }
        return facts;
    }

    private static JsonNode record(String participant, String facts) {
        HttpResponse<String> answer = service.post(Role.COORDINATOR, participant + "/facts", facts);
        assertStatus(answer, 201);
        return Service.json(answer);
    }

    /** A token for a content, byte by byte. */
    private static String sign(String content) {
        HttpResponse<String> answer = service.post(
                Role.INVESTIGATOR,
                "/api/signatures",
                "{\"password\": \"" + Service.PASSWORD + "\", \"meaning\": \"I judge this\", \"digest\": \""
                        + Digest.of(content) + "\"}");
        assertStatus(answer, 201);
        return Service.json(answer).get("token").asText();
    }

    private static HttpResponse<String> signed(String participant, String facts, String token) {
        return service.send(service.request(Role.INVESTIGATOR, participant + "/facts")
                .header("Content-Type", "application/json")
                .header("X-Signature", token)
                .POST(HttpRequest.BodyPublishers.ofString(facts)));
    }

    private static HttpResponse<String> decide(String participant) {
        HttpResponse<String> answer = service.post(Role.COORDINATOR, participant + "/decisions", INFUSION);
        assertStatus(answer, 201);
        return answer;
    }

    private static void assertReplaysEqual(HttpResponse<String> decision) {
        JsonNode replay =
                get("/api/decisions/" + Service.json(decision).get("id").asText() + "/replay");
        assertThat(replay.get("equal").asBoolean()).as(replay.toString()).isTrue();
    }

    private static String state(String path, String fact) {
        for (JsonNode one : get(path)) {
            if (one.get("id").asText().equals(fact)) {
                return one.get("state").asText();
            }
        }
        throw new AssertionError("no fact " + fact);
    }

    private static String verdict(HttpResponse<String> decision) {
        return Service.json(decision).get("verdict").asText();
    }

    private static JsonNode get(String path) {
        HttpResponse<String> answer = service.get(Role.MONITOR, path);
        assertStatus(answer, 200);
        return Service.json(answer);
    }

    private static void assertStatus(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }
}
