package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.testing.Trial.expect;
import static org.protocolgate.testing.Trial.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** Alerts as they reach the people of a site. It is 12:00 there on 2026-03-10. */
@ParameterizedClass
@EnumSource(Database.class)
class AlertHttpTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final String LOWEST = "3.0e8";
    private static final String BARICITINIB =
            "[{\"type\": \"drug\", \"name\": \"baricitinib\", \"start\": \"2025-06\", \"end\": \"2026-03-01\"}]";

    private final Database database;
    private Service service;
    private Trial trial;

    AlertHttpTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        service = Service.start(database, Map.of("testing.clock", "set"));
        trial = Trial.at(service);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void nothingStandsAgainstWhoIsReady() {
        trial.enrolReady("CT-1", TODAY, LOWEST);
        assertThat(open("CT-1")).isEmpty();
    }

    @Test
    void aDeviationAlertsUntilSomebodyHasCompletedIt() {
        trial.enrolReady("CT-1", TODAY, LOWEST);
        trial.reach("CT-1", "INFUSION_STARTED", "2026-03-10T11:00");
        List<JsonNode> open = open("CT-1").stream()
                .filter(alert -> alert.get("cause").asText().equals("DEVIATION"))
                .toList();
        assertThat(open).hasSize(1);
        assertThat(open.get(0).get("text").asText()).contains("2026-03-10");
        JsonNode deviation = trial.get("/api/deviations?participant=CT-1").at("/deviations/0");
        expect(
                trial.send(
                        Role.COORDINATOR,
                        "POST",
                        "/api/deviations/" + deviation.get("id").asText() + "/completion",
                        "{\"assessment\": \"no harm came of it\", \"action\": \"training\"}"),
                201);
        assertThat(open("CT-1"))
                .extracting(alert -> alert.get("cause").asText())
                .doesNotContain("DEVIATION");
    }

    @Test
    void aFactThatStandsAgainstTheInfusionAlertsOnceAndItsCorrectionResolves() {
        trial.enrolReady("CT-1", TODAY, LOWEST);
        String fact = trial.record("CT-1", BARICITINIB).at("/facts/0/id").asText();
        List<JsonNode> open = open("CT-1");
        assertThat(open).hasSize(1);
        JsonNode alert = open.get(0);
        assertThat(alert.get("severity").asText()).isEqualTo("STOP");
        assertThat(alert.get("criterion").asText()).isEqualTo("EXC-13");
        assertThat(alert.get("cause").asText()).isEqualTo("NOT_MET");
        assertThat(alert.get("due").asText()).isEqualTo("2026-03-16");
        trial.record("CT-1", "[{\"type\": \"review\", \"topic\": \"VACCINATION\", \"on\": \"2026-03-10\"}]");
        assertThat(open("CT-1").get(0).get("id")).isEqualTo(alert.get("id"));
        trial.correct(fact, "{\"reason\": \"another patient's\"}");
        assertThat(open("CT-1")).isEmpty();
        assertThat(trial.get("/api/alerts/" + alert.get("id").asText())
                        .get("state")
                        .asText())
                .isEqualTo("RESOLVED");
        assertThat(trial.get("/api/audit?action=ALERT_RAISED&participant=CT-1").get("entries"))
                .hasSize(1);
        assertThat(trial.get("/api/audit/verification").get("whole").asBoolean())
                .isTrue();
    }

    /** The reviews of drugs and of procedures answer the same criterion first, on the same day. */
    @Test
    void whatIsToBeSuppliedForOneCriterionIsToldInBothLanguages() {
        trial.enrolReady("CT-1", TODAY, LOWEST);
        trial.reach("CT-1", "INFUSION_PLANNED", "2026-03-11");
        HttpResponse<String> chinese = service.send(
                service.request(Role.MONITOR, "/api/alerts?open=true").header("Accept-Language", "zh"));
        assertThat(open("CT-1"))
                .extracting(alert -> alert.get("text").asText())
                .anyMatch(text -> text.contains("drugs"))
                .anyMatch(text -> text.contains("procedures"));
        assertThat(chinese.body()).contains("用药", "手术与操作");
    }

    @Test
    void aDecisionThatSaidProceedIsOverturned() {
        trial.enrolReady("CT-1", TODAY, LOWEST);
        assertThat(trial.decide("CT-1", "INFUSION", TODAY).get("verdict").asText())
                .isEqualTo("PROCEED");
        trial.record("CT-1", BARICITINIB);
        assertThat(open("CT-1"))
                .extracting(alert -> alert.get("cause").asText() + " "
                        + alert.get("severity").asText())
                .containsExactlyInAnyOrder("NOT_MET STOP", "OVERTURNED STOP");
        trial.decide("CT-1", "INFUSION", TODAY);
        trial.record("CT-1", "[{\"type\": \"review\", \"topic\": \"VACCINATION\", \"on\": \"2026-03-10\"}]");
        assertThat(open("CT-1")).hasSize(1);
    }

    @Test
    void anotherOfTheLevelTakesTheSlot() {
        trial.enrolReady("CT-1", TODAY, LOWEST);
        trial.enrolReady("CT-2", TODAY, LOWEST);
        JsonNode given = json(expect(trial.authorise(trial.decide("CT-1", "INFUSION", TODAY), LOWEST), 201));
        assertThat(open("CT-2"))
                .extracting(alert -> alert.get("criterion").asText())
                .containsExactly("SENT-01");
        assertThat(open("CT-1"))
                .extracting(alert -> alert.get("cause").asText())
                .containsExactly("AUTHORISATION_LAPSES");
        trial.reach("CT-2", "INFUSION_STARTED", "2026-03-10T11:00");
        assertThat(open("CT-1"))
                .extracting(alert -> alert.get("cause").asText())
                .contains("AUTHORISATION_VOID")
                .doesNotContain("AUTHORISATION_LAPSES");
        assertThat(trial.get("/api/authorisations/" + given.get("id").asText())
                        .get("state")
                        .asText())
                .isEqualTo("VOID");
    }

    @Test
    void oneIsAcknowledgedAndOnlyWhatDoesNotStopIsPutOff() {
        trial.enrolReady("CT-1", TODAY, LOWEST);
        trial.record("CT-1", BARICITINIB);
        String stop = "/api/alerts/" + open("CT-1").get(0).get("id").asText();
        expect(trial.send(Role.COORDINATOR, "POST", stop + "/snooze", "{\"until\": \"2026-03-11\"}"), 409);
        expect(trial.send(Role.COORDINATOR, "POST", stop + "/acknowledgement", "{}"), 400);
        expect(trial.send(Role.MONITOR, "POST", stop + "/acknowledgement", "{\"comment\": \"seen\"}"), 403);
        JsonNode seen = json(expect(
                trial.send(Role.COORDINATOR, "POST", stop + "/acknowledgement", "{\"comment\": \"seen\"}"), 201));
        assertThat(seen.get("state").asText()).isEqualTo("ACKNOWLEDGED");
        assertThat(seen.get("acknowledgedBy").asText()).isEqualTo("coordinator");
        expect(trial.send(Role.COORDINATOR, "POST", "/api/alerts/" + new java.util.UUID(0, 0) + "/snooze", "{}"), 400);
    }

    @Test
    void theStreamTellsWhatHappensAndGoesOnWhereItWasCutOff() throws Exception {
        trial.enrolReady("CT-1", TODAY, LOWEST);
        trial.record("CT-1", BARICITINIB);
        List<String> first = listen("0", 1);
        assertThat(first.get(0)).contains("\"kind\":\"RAISED\"", "EXC-13", "\"number\":1");
        trial.record(
                "CT-1",
                "[{\"type\": \"condition\", \"kind\": \"SYSTEMIC_INFECTION\", \"start\": \"2026-03-09\", \"ongoing\": true}]");
        List<String> second = listen("1", 1);
        assertThat(second.get(0)).contains("\"number\":2");
    }

    private List<String> listen(String last, int events) throws Exception {
        HttpRequest request = service.request(Role.MONITOR, "/api/alerts/stream")
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", last)
                .build();
        HttpResponse<java.io.InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        List<String> data = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            while (data.size() < events) {
                String line = lines.readLine();
                if (line.startsWith("data:")) {
                    data.add(line);
                }
            }
        }
        return data;
    }

    private List<JsonNode> open(String participant) {
        List<JsonNode> open = new ArrayList<>();
        trial.get("/api/alerts?open=true&participant=" + participant)
                .get("alerts")
                .forEach(open::add);
        return open;
    }
}
