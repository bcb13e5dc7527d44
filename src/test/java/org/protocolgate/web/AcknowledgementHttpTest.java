package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.testing.Trial.expect;
import static org.protocolgate.testing.Trial.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
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

/** That somebody has seen what stands against a decision, over HTTP: it changes nothing of it. */
@ParameterizedClass
@EnumSource(Database.class)
class AcknowledgementHttpTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");

    private final Database database;
    private Service service;
    private Trial trial;

    AcknowledgementHttpTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        service = Service.start(database, Map.of("testing.clock", "set"));
        trial = Trial.at(service);
        trial.enrolReady("CT-1", TODAY, "3.0e8");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aHoldIsAcknowledgedAndStaysAHold() {
        trial.record(
                "CT-1",
                "[{\"type\": \"drug\", \"name\": \"baricitinib\", \"start\": \"2025-06\", \"end\": \"2026-03-01\"}]");
        JsonNode hold = trial.decide("CT-1", "INFUSION", TODAY);
        assertThat(hold.get("verdict").asText()).isEqualTo("HOLD");
        JsonNode first = json(expect(acknowledge(hold, Role.COORDINATOR, "{\"comment\": \"seen\"}"), 201));
        JsonNode second = json(expect(acknowledge(hold, Role.INVESTIGATOR, "{\"comment\": \"postponed\"}"), 201));
        assertThat(first.get("by").asText()).isEqualTo("coordinator");
        assertThat(first.get("comment").asText()).isEqualTo("seen");
        assertThat(trial.get(path(hold) + "/acknowledgements")).containsExactly(first, second);

        assertThat(trial.get(path(hold))).isEqualTo(hold);
        assertThat(trial.decide("CT-1", "INFUSION", TODAY).get("verdict").asText())
                .isEqualTo("HOLD");
        JsonNode told = trial.get("/api/audit?action=HOLD_ACKNOWLEDGED").get("entries");
        assertThat(told.findValuesAsText("record"))
                .containsExactly(second.get("id").asText(), first.get("id").asText());
        assertThat(told.toString()).doesNotContain("postponed");
        assertThat(trial.get("/api/audit/verification").get("whole").asBoolean())
                .isTrue();
    }

    @Test
    void whereNothingStandsThereIsNothingToAcknowledge() {
        JsonNode proceed = trial.decide("CT-1", "INFUSION", TODAY);
        assertThat(proceed.get("verdict").asText()).as(proceed.toString()).isEqualTo("PROCEED");
        expect(acknowledge(proceed, Role.COORDINATOR, "{\"comment\": \"seen\"}"), 409);
        assertThat(trial.get(path(proceed) + "/acknowledgements")).isEmpty();
    }

    @Test
    void itNeedsACommentAndADecisionAndSomebodyWhoMay() {
        JsonNode tomorrow = trial.decide("CT-1", "INFUSION", TODAY.plusDays(1));
        assertThat(tomorrow.get("verdict").asText()).isEqualTo("PROVISIONAL");
        for (String body : List.of("{}", "{\"comment\": \" \"}", "{\"comment\": 5}")) {
            JsonNode refused = json(expect(acknowledge(tomorrow, Role.COORDINATOR, body), 400));
            assertThat(refused.get("violations").findValuesAsText("pointer")).containsExactly("/comment");
        }
        expect(acknowledge(tomorrow, Role.COORDINATOR, "{\"comment\": \"x\", \"waive\": true}"), 400);
        expect(acknowledge(tomorrow, Role.MONITOR, "{\"comment\": \"seen\"}"), 403);
        String nobodys = "/api/decisions/00000000-0000-0000-0000-000000000000";
        expect(trial.send(Role.COORDINATOR, "POST", nobodys + "/acknowledgement", "{\"comment\": \"seen\"}"), 404);
        expect(trial.send(Role.MONITOR, "GET", nobodys + "/acknowledgements", ""), 404);
        assertThat(trial.get(path(tomorrow) + "/acknowledgements")).isEmpty();
        expect(acknowledge(tomorrow, Role.COORDINATOR, "{\"comment\": \"seen\"}"), 201);
    }

    private HttpResponse<String> acknowledge(JsonNode decision, Role role, String body) {
        return trial.send(role, "POST", path(decision) + "/acknowledgement", body);
    }

    private static String path(JsonNode decision) {
        return "/api/decisions/" + decision.get("id").asText();
    }
}
