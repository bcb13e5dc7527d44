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
import org.protocolgate.testing.SetClock;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** Permission to infuse, as an investigator asks for it over HTTP. It is 12:00 at the site on 2026-03-10. */
@ParameterizedClass
@EnumSource(Database.class)
class AuthorisationHttpTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final String LOWEST = "3.0e8";

    private final Database database;
    private Service service;
    private Trial trial;

    AuthorisationHttpTest(Database database) {
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
    void oneIsGivenAndTheOtherIsRefusedWithTheSentinelCriterion() {
        ready("CT-1");
        JsonNode second = ready("CT-2");
        JsonNode first = trial.decide("CT-1", "INFUSION", TODAY);
        JsonNode given = json(expect(trial.authorise(first, LOWEST), 201));
        assertThat(given.get("state").asText()).isEqualTo("OPEN");
        assertThat(given.get("level").asText()).isEqualTo(LOWEST);
        assertThat(given.get("ruleSet").asText()).isEqualTo(first.get("ruleSet").asText());
        JsonNode refused = json(expect(trial.authorise(second, LOWEST), 409));
        assertThat(refused.get("criteria").findValuesAsText("id")).containsExactly("SENT-01");
        assertThat(trial.decide("CT-2", "INFUSION", TODAY).get("verdict").asText())
                .isEqualTo("HOLD");

        expect(trial.revoke(id(given)), 201);
        expect(trial.revoke(id(given)), 409);
        assertThat(state(given)).isEqualTo("REVOKED");
        expect(trial.authorise(trial.decide("CT-2", "INFUSION", TODAY), LOWEST), 201);
        assertThat(json(expect(trial.authorise(first, LOWEST), 409))
                        .get("criteria")
                        .findValuesAsText("id"))
                .containsExactly("SENT-01");
    }

    @Test
    void whatIsRecordedSinceTheDecisionHasToBeAskedAboutFirst() {
        JsonNode decision = ready("CT-1");
        trial.record("CT-1", "[{\"type\": \"review\", \"topic\": \"MEDICATION\", \"on\": \"2026-03-10\"}]");
        JsonNode refused = json(expect(trial.authorise(decision, LOWEST), 409));
        assertThat(refused.get("detail").asText()).contains("CT-1", "since the decision");
        JsonNode again = trial.decide("CT-1", "INFUSION", TODAY);
        ready("CT-2");
        assertThat(json(expect(trial.authorise(again, LOWEST), 409))
                        .get("detail")
                        .asText())
                .contains("CT-2", "since the decision");
    }

    @Test
    void aFactThatTurnsTheAnswerMakesItVoid() {
        JsonNode given = json(expect(trial.authorise(ready("CT-1"), LOWEST), 201));
        trial.record(
                "CT-1",
                "[{\"type\": \"drug\", \"name\": \"baricitinib\", \"start\": \"2025-06\", \"end\": \"2026-03-01\"}]");
        JsonNode end = trial.get("/api/authorisations/" + id(given));
        assertThat(end.get("state").asText()).isEqualTo("VOID");
        assertThat(end.at("/end/criteria/0").asText()).isEqualTo("EXC-13");
        assertThat(end.at("/end/reason").asText()).contains("baricitinib");
        expect(trial.revoke(id(given)), 409);
    }

    @Test
    void aFactAboutAnotherOfTheCohortMakesItVoidToo() {
        JsonNode given = json(expect(trial.authorise(ready("CT-1"), LOWEST), 201));
        ready("CT-2");
        assertThat(state(given)).isEqualTo("OPEN");
        trial.reach("CT-2", "INFUSION_STARTED", "2026-03-10T11:00");
        assertThat(state(given)).isEqualTo("VOID");
        assertThat(trial.get("/api/authorisations/" + id(given))
                        .at("/end/criteria")
                        .toString())
                .isEqualTo("[\"SENT-01\"]");
    }

    @Test
    void anotherDoseIsNotTheOneThatWasSignedFor() {
        expect(trial.decideOnLevel(LOWEST, "OPEN", "4.5e8"), 201);
        JsonNode given = json(expect(trial.authorise(ready("CT-1"), LOWEST), 201));
        trial.enrolReady("CT-2", TODAY, "4.5e8");
        JsonNode second = trial.decide("CT-2", "INFUSION", TODAY);
        JsonNode other = json(expect(trial.authorise(second, "4.5e8"), 201));
        String assignment = "[{\"type\": \"doseAssignment\", \"level\": \"4.5e8\", \"cohort\": \"A\","
                + " \"phase\": \"ESCALATION\", \"plannedCells\": 4.5e8, \"on\": \"2026-03-10\"}]";
        trial.record("CT-1", assignment);
        assertThat(state(given)).isEqualTo("VOID");
        assertThat(trial.get("/api/authorisations/" + id(given))
                        .at("/end/reason")
                        .asText())
                .contains("dose assigned is another");
        assertThat(state(other)).isEqualTo("OPEN");
        expect(trial.revoke(id(other)), 201);
        JsonNode again = trial.decide("CT-1", "INFUSION", TODAY);
        assertThat(again.get("verdict").asText()).isEqualTo("PROCEED");
        expect(trial.authorise(again, LOWEST), 409);
        expect(trial.authorise(again, "4.5e8"), 201);
    }

    @Test
    void midnightAtTheSiteComesBetween() {
        SetClock clock = service.bean(SetClock.class);
        clock.set("2026-03-10T15:59:59Z");
        JsonNode decision = ready("CT-1");
        JsonNode given = json(expect(trial.authorise(decision, LOWEST), 201));
        expect(trial.revoke(id(given)), 201);
        JsonNode late = trial.decide("CT-1", "INFUSION", TODAY);
        clock.set("2026-03-10T16:00:00Z");
        assertThat(json(expect(trial.authorise(late, LOWEST), 409))
                        .get("detail")
                        .asText())
                .contains("2026-03-10", "2026-03-11");
    }

    @Test
    void itLapsesAtTheEndOfItsDay() {
        SetClock clock = service.bean(SetClock.class);
        JsonNode given = json(expect(trial.authorise(ready("CT-1"), LOWEST), 201));
        trial.enrolReady("CT-2", TODAY.plusDays(1), LOWEST);
        clock.set("2026-03-10T15:59:59Z");
        assertThat(state(given)).isEqualTo("OPEN");
        clock.set("2026-03-10T16:00:00Z");
        assertThat(state(given)).isEqualTo("LAPSED");
        expect(trial.revoke(id(given)), 409);
        service.bean(Lapsing.class).lapse();
        assertThat(state(given)).isEqualTo("LAPSED");
        JsonNode told = trial.get("/api/audit?action=AUTHORISATION_ENDED").get("entries");
        assertThat(told).hasSize(1);
        assertThat(told.at("/0/status").asText()).isEqualTo("LAPSED");
        expect(trial.authorise(trial.decide("CT-2", "INFUSION", TODAY.plusDays(1)), LOWEST), 201);
    }

    @Test
    void theInfusionUsesItUp() {
        JsonNode given = json(expect(trial.authorise(ready("CT-1"), LOWEST), 201));
        trial.reach("CT-1", "INFUSION_STARTED", "2026-03-10T12:30");
        assertThat(state(given)).isEqualTo("USED");
        JsonNode again = trial.decide("CT-1", "INFUSION", TODAY);
        expect(trial.authorise(again, LOWEST), 409);
        assertThat(trial.get("/api/audit/verification").get("faults")).isEmpty();
    }

    @Test
    void onlyAnInvestigatorsSignatureUnderWhatTheDecisionIsAbout() {
        JsonNode decision = ready("CT-1");
        String path = "/api/decisions/" + id(decision) + "/authorisation";
        String body = "{\"participant\": \"CT-1\", \"on\": \"2026-03-10\", \"level\": \"3.0e8\"}";
        expect(trial.send(Role.COORDINATOR, "POST", path, body), 403);
        expect(trial.send(Role.INVESTIGATOR, "POST", path, body), 403);
        for (String other :
                List.of(body.replace("CT-1", "CT-2"), body.replace("-10", "-11"), body.replace("3.0e8", "4.5e8"))) {
            assertThat(json(expect(trial.signed(path, other), 409))
                            .get("detail")
                            .asText())
                    .startsWith("signed was");
        }
        HttpResponse<String> faulty = expect(trial.signed(path, "{\"on\": \"2026-03\", \"level\": 3}"), 400);
        assertThat(json(faulty).get("violations").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/participant", "/on", "/level");
        expect(trial.signed(path, body), 201);
        assertThat(trial.get("/api/participants/CT-1/authorisations")).hasSize(1);
        expect(trial.signed("/api/decisions/00000000-0000-0000-0000-000000000000/authorisation", body), 404);
    }

    @Test
    void onlyADecisionOnTheInfusionByWhatIsKnownNow() {
        ready("CT-1");
        JsonNode other = trial.decide("CT-1", "LYMPHODEPLETION", TODAY);
        expect(trial.authorise(other, LOWEST), 409);
        JsonNode tomorrow = trial.decide("CT-1", "INFUSION", TODAY.plusDays(1));
        expect(trial.authorise(tomorrow, LOWEST), 409);
        JsonNode then = json(expect(
                trial.send(
                        Role.COORDINATOR,
                        "POST",
                        "/api/participants/CT-1/decisions",
                        "{\"gate\": \"INFUSION\", \"on\": \"2026-03-10\", \"asKnownAt\": \"2026-03-10T12:00\"}"),
                201));
        expect(trial.authorise(then, LOWEST), 409);
        assertThat(trial.get("/api/audit/verification").get("whole").asBoolean())
                .isTrue();
    }

    /** Enrols somebody who may be infused today, and gives the decision that says so. */
    private JsonNode ready(String code) {
        trial.enrolReady(code, TODAY, LOWEST);
        JsonNode decision = trial.decide(code, "INFUSION", TODAY);
        assertThat(decision.get("verdict").asText()).as(decision.toString()).isIn("PROCEED", "HOLD");
        return decision;
    }

    private String state(JsonNode given) {
        return trial.get("/api/authorisations/" + id(given)).get("state").asText();
    }

    private static String id(JsonNode record) {
        return record.get("id").asText();
    }
}
