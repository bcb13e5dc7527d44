package org.protocolgate.fhirout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** Decisions, alerts and the audit log in FHIR: right by the standard, and the same as in JSON. */
@Tag("once")
class FhirOutTest {

    private static final String FHIR = "application/fhir+json";
    private static final LocalDate INFUSION = LocalDate.parse("2026-03-10");

    private static final Service SERVICE = Service.start(Database.H2, Map.of("testing.clock", "set"));
    private static final Trial TRIAL = Trial.at(SERVICE);
    private static JsonNode incomplete;
    private static JsonNode hold;
    private static JsonNode proceed;

    @BeforeAll
    static void decide() {
        TRIAL.enrol("OUT-1");
        incomplete = TRIAL.decide("OUT-1", "INFUSION", INFUSION);
        TRIAL.enrolReady("OUT-2", INFUSION, "3.0e8");
        proceed = TRIAL.decide("OUT-2", "SCREENING", INFUSION);
        TRIAL.record(
                "OUT-2",
                "[{\"type\": \"drug\", \"name\": \"baricitinib\", \"start\": \"2026-01\", \"ongoing\": true},"
                        + "{\"type\": \"condition\", \"kind\": \"OTHER\", \"ongoing\": true, \"name\": \"<script>alert('x')</script> & more\"},"
                        + "{\"type\": \"drug\", \"name\": \"<script>alert('x')</script> & more\", \"ongoing\": true}]");
        hold = TRIAL.decide("OUT-2", "INFUSION", INFUSION);
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    private static String read(Role role, String path, String language) {
        HttpResponse<String> answer =
                SERVICE.send(SERVICE.request(role, path).header("Accept", FHIR).header("Accept-Language", language));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(FHIR));
        assertThat(Checked.faultsOf(answer.body())).as(answer.body()).isEmpty();
        return answer.body();
    }

    private static JsonNode resource(String path) {
        return json(read(Role.MONITOR, path, "en"));
    }

    private static JsonNode json(String text) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static JsonNode guidance(JsonNode decision) {
        return resource("/api/decisions/" + decision.get("id").asText());
    }

    @Test
    void anIncompleteDecisionSaysWhichDataItNeeds() {
        JsonNode guidance = guidance(incomplete);

        assertThat(incomplete.get("verdict").asText()).isEqualTo("INCOMPLETE");
        assertThat(guidance.get("resourceType").asText()).isEqualTo("GuidanceResponse");
        assertThat(guidance.get("status").asText()).isEqualTo("data-required");
        assertThat(guidance.get("dataRequirement").size())
                .isEqualTo(incomplete.get("toDo").size())
                .isPositive();
        assertThat(guidance.at("/subject/identifier/value").asText()).isEqualTo("OUT-1");
    }

    @Test
    void everyCriterionThatDoesNotPassIsAnIssue() {
        assertThat(hold.get("verdict").asText()).isEqualTo("HOLD");
        JsonNode guidance = guidance(hold);

        List<String> expected = new ArrayList<>();
        hold.get("criteria").forEach(criterion -> {
            if (List.of("NOT_MET", "UNKNOWN", "PROVISIONAL")
                    .contains(criterion.get("status").asText())) {
                expected.add(criterion.get("id").asText());
            }
        });
        List<String> issues = new ArrayList<>();
        guidance.get("contained").forEach(contained -> {
            if (contained.get("resourceType").asText().equals("DetectedIssue")) {
                issues.add(contained.at("/code/coding/0/code").asText());
            }
        });
        assertThat(issues).isEqualTo(expected).contains("EXC-13");
        JsonNode jak = contained(guidance, "EXC-13");
        assertThat(jak.get("severity").asText()).isEqualTo("high");
        assertThat(jak.get("status").asText()).isEqualTo("final");
        assertThat(jak.at("/evidence/0/detail/0/identifier/value").asText())
                .isEqualTo(criterion(hold, "EXC-13").at("/evidence/0").asText());
    }

    private static JsonNode contained(JsonNode guidance, String id) {
        for (JsonNode contained : guidance.get("contained")) {
            if (contained.get("id").asText().equals(id)) {
                return contained;
            }
        }
        throw new IllegalArgumentException(id + " is not in " + guidance);
    }

    private static JsonNode criterion(JsonNode decision, String id) {
        for (JsonNode criterion : decision.get("criteria")) {
            if (criterion.get("id").asText().equals(id)) {
                return criterion;
            }
        }
        throw new IllegalArgumentException(id + " is not in " + decision);
    }

    @Test
    void aDecisionThatPassesHasNoIssues() {
        assertThat(proceed.get("verdict").asText()).isEqualTo("PROCEED");

        JsonNode guidance = guidance(proceed);

        assertThat(guidance.get("status").asText()).isEqualTo("success");
        assertThat(guidance.findValuesAsText("resourceType")).doesNotContain("DetectedIssue");
    }

    @Test
    void whatSomebodyWroteIsNoMarkup() {
        JsonNode guidance = guidance(hold);

        assertThat(hold.toString()).contains("<script>");
        assertThat(guidance.at("/text/div").asText()).contains("&lt;script").doesNotContain("<script");
    }

    @Test
    void theLanguageIsTheOneThatIsAsked() {
        String chinese =
                read(Role.COORDINATOR, "/api/decisions/" + hold.get("id").asText(), "zh-CN");

        assertThat(json(chinese).get("language").asText()).isEqualTo("zh-CN");
        assertThat(json(chinese).at("/text/div").asText()).containsPattern("\\p{IsHan}");
    }

    @Test
    void anAlertIsACommunicationAlsoWhenSomebodyHasSeenIt() {
        JsonNode alerts = TRIAL.get("/api/alerts?participant=OUT-2").get("alerts");
        assertThat(alerts).isNotEmpty();
        String id = alerts.at("/0/id").asText();

        JsonNode bundle = resource("/api/alerts?participant=OUT-2&limit=1");
        assertThat(bundle.at("/entry/0/resource/id").asText()).isEqualTo(id);
        assertThat(bundle.at("/entry/0/resource/payload/0/contentString").asText())
                .isEqualTo(alerts.at("/0/text").asText());

        Trial.expect(
                SERVICE.post(
                        Role.COORDINATOR,
                        "/api/alerts/" + id + "/acknowledgement",
                        "{\"comment\": \"<b>seen</b> & done\"}"),
                201);
        JsonNode seen = resource("/api/alerts/" + id);
        assertThat(seen.get("status").asText()).isEqualTo("in-progress");
        assertThat(seen.at("/note/0/text").asText()).isEqualTo("<b>seen</b> & done");
        assertThat(seen.at("/text/div").asText()).contains("&lt;b").doesNotContain("<b>");
    }

    @Test
    void theAuditLogIsPagedAndEachEntryIsThere() {
        JsonNode entries =
                TRIAL.get("/api/audit?participant=OUT-2&order=asc&limit=500").get("entries");
        List<String> ids = new ArrayList<>();
        String next = "/api/audit?participant=OUT-2&order=asc&limit=60";
        while (next != null) {
            JsonNode bundle = resource(next);
            bundle.get("entry")
                    .forEach(entry -> ids.add(entry.at("/resource/id").asText()));
            next = null;
            for (JsonNode link : bundle.get("link")) {
                next = link.get("relation").asText().equals("next")
                        ? link.get("url").asText()
                        : next;
            }
        }

        assertThat(ids).isEqualTo(entries.findValuesAsText("id"));
        assertThat(ids.size()).isGreaterThan(3);
        JsonNode first =
                resource("/api/audit?participant=OUT-2&order=asc&limit=1").at("/entry/0/resource");
        assertThat(first.at("/subtype/0/code").asText()).isEqualTo("PARTICIPANT_ENROLLED");
        assertThat(first.toString()).contains(entries.at("/0/hash").asText());
    }

    @Test
    void rulesThatFiredAndRefusedLoginsAreEventsToo() {
        SERVICE.post(null, "/login", "{\"username\": \"nobody <b>\", \"password\": \"wrong\"}");

        JsonNode failed = resource("/api/audit?action=LOGIN_FAILED&limit=1").at("/entry/0/resource");
        assertThat(failed.get("outcome").asText()).isEqualTo("4");
        assertThat(failed.at("/type/code").asText()).isEqualTo("110114");
        assertThat(resource("/api/audit?action=RULE_FIRED&limit=2")
                        .at("/entry/1/resource/subtype/0/code")
                        .asText())
                .isEqualTo("RULE_FIRED");
    }

    @Test
    void whatIsWrongByTheStandardIsFound() {
        assertThat(Checked.faultsOf("{\"resourceType\": \"GuidanceResponse\", \"status\": \"success\"}"))
                .anySatisfy(fault -> assertThat(fault).contains("module"));
        assertThat(Checked.faultsOf("{\"resourceType\": \"Communication\", \"status\": \"completed\","
                        + "\"contained\": [{\"resourceType\": \"Device\", \"id\": \"a\"}]}"))
                .anySatisfy(fault -> assertThat(fault).contains("dom-3"));
        assertThat(Checked.faultsOf("{\"resourceType\": \"Communication\", \"status\": \"completed\","
                        + "\"sender\": {\"reference\": \"#a\"}}"))
                .anySatisfy(fault -> assertThat(fault).contains("ref-1"));
    }

    @Test
    void withoutAskingForItNobodyGetsFhir() {
        String path = "/api/decisions/" + hold.get("id").asText();
        for (String accept : List.of("*/*", "application/json")) {
            HttpResponse<String> answer =
                    SERVICE.send(SERVICE.request(Role.MONITOR, path).header("Accept", accept));
            assertThat(Service.json(answer).has("verdict")).isTrue();
        }
        assertThat(SERVICE.send(SERVICE.request(null, path).header("Accept", FHIR))
                        .statusCode())
                .isEqualTo(401);
        assertThat(SERVICE.send(SERVICE.request(Role.ADMIN, "/api/alerts").header("Accept", "*/*"))
                        .body())
                .startsWith("{\"alerts\"");
    }
}
