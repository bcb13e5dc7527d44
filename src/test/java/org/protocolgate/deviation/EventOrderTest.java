package org.protocolgate.deviation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.deviation.Site.LOWEST;
import static org.protocolgate.deviation.Site.TODAY;
import static org.protocolgate.testing.Trial.expect;
import static org.protocolgate.testing.Trial.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;

/** What becomes of events in this or that order: the table of docs/deviations.md, a test a row. */
@ParameterizedClass
@EnumSource(Database.class)
class EventOrderTest {

    private static final String BARICITINIB =
            "{\"type\": \"drug\", \"name\": \"baricitinib\", \"start\": \"2025-06\", \"end\": \"%s\"}";

    private final Database database;
    private Site site;

    EventOrderTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        site = new Site(database);
    }

    @AfterEach
    void theLogIsWhole() {
        assertThat(site.faults()).isEmpty();
        site.close();
    }

    @Test
    void infusedUnderAnOpenAuthorisation() {
        site.authorised("CT-1", TODAY);
        site.reach("CT-1", "INFUSION_STARTED", "2026-03-10T12:30");
        site.reach("CT-1", "INFUSION_COMPLETED", "2026-03-10T13:00");
        assertThat(site.deviations()).isEmpty();
    }

    @Test
    void infusedWithoutAnAuthorisation() {
        site.trial.enrolReady("CT-1", TODAY, LOWEST);
        String infusion = site.reach("CT-1", "INFUSION_STARTED", "2026-03-10T12:30");
        assertThat(site.deviations()).containsExactly("CT-1 NOT_AUTHORISED - DRAFT");
        JsonNode one = site.one("CT-1", Kind.NOT_AUTHORISED);
        assertThat(one.get("evidence").toString()).isEqualTo("[\"" + infusion + "\"]");
        assertThat(one.get("happenedOn").asText()).isEqualTo("2026-03-10T12:30");
        assertThat(one.get("what").asText()).isEqualTo("No authorisation for that day was given.");
        site.reach("CT-1", "INFUSION_COMPLETED", "2026-03-10T13:00");
        assertThat(site.deviations()).hasSize(1);
    }

    @Test
    void recordedADayLateUnderAnAuthorisationThatLapsed() {
        JsonNode given = site.authorised("CT-1", TODAY);
        site.at("2026-03-11T09:00");
        site.service.bean(org.protocolgate.study.AuthorisationBook.class).recheck();
        assertThat(site.trial
                        .get("/api/authorisations/" + given.get("id").asText())
                        .get("state")
                        .asText())
                .isEqualTo("LAPSED");
        site.reach("CT-1", "INFUSION_STARTED", "2026-03-10T12:30");
        assertThat(site.deviations()).isEmpty();
    }

    /** Revoked at 12:10, and recorded at 14:00. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-10T12:30, CT-1 NOT_AUTHORISED - DRAFT, had been taken back",
        "2026-03-10, CT-1 NOT_AUTHORISED - DRAFT, on the same day",
        "2026-03-10T12:05, , "
    })
    void revokedBeforeTheInfusion(String infused, String deviation, String what) {
        JsonNode given = site.authorised("CT-1", TODAY);
        site.at("2026-03-10T12:10");
        expect(site.trial.revoke(given.get("id").asText()), 201);
        site.at("2026-03-10T14:00");
        site.reach("CT-1", "INFUSION_STARTED", infused);
        if (deviation == null) {
            assertThat(site.deviations()).isEmpty();
        } else {
            assertThat(site.deviations()).containsExactly(deviation);
            JsonNode one = site.one("CT-1", Kind.NOT_AUTHORISED);
            assertThat(one.get("what").asText()).contains(what);
            assertThat(one.get("authorisation")).isEqualTo(given.get("id"));
            assertThat(one.get("decision")).isEqualTo(given.get("decision"));
        }
    }

    @Test
    void authorisedOnlyAfterItHadBegun() {
        site.authorised("CT-1", TODAY);
        site.reach("CT-1", "INFUSION_STARTED", "2026-03-10T11:50");
        assertThat(site.deviations()).containsExactly("CT-1 NOT_AUTHORISED - DRAFT");
    }

    @Test
    void voidedByAFactInTheMorningAndInfusedAtNoon() {
        site.at("2026-03-10T08:00");
        JsonNode given = site.authorised("CT-1", TODAY);
        site.at("2026-03-10T09:00");
        site.trial.record("CT-1", "[" + BARICITINIB.formatted("2026-03-01") + "]");
        assertThat(site.deviations()).isEmpty();
        site.at("2026-03-10T13:00");
        site.reach("CT-1", "INFUSION_STARTED", "2026-03-10T12:00");
        assertThat(site.trial
                        .get("/api/authorisations/" + given.get("id").asText())
                        .get("state")
                        .asText())
                .isEqualTo("VOID");
        assertThat(site.deviations())
                .containsExactlyInAnyOrder("CT-1 NOT_AUTHORISED - DRAFT", "CT-1 CRITERION_NOT_MET EXC-13 DRAFT");
        assertThat(site.one("CT-1", Kind.NOT_AUTHORISED).get("open").toString()).isEqualTo("{\"EXC-13\":\"NOT_MET\"}");
    }

    @Test
    void aFirstInfusionThatWasStopped() {
        site.authorised("CT-1", TODAY);
        site.reach("CT-1", "INFUSION_STARTED", "2026-03-10T12:30");
        site.reach("CT-1", "INFUSION_STOPPED", "2026-03-10T12:40");
        assertThat(site.trial
                        .get("/api/levels/3.0e8")
                        .at("/sentinel/participant")
                        .asText())
                .isEqualTo("CT-1");
        site.at("2026-03-11T12:00");
        site.trial.record(
                "CT-1",
                "[{\"type\": \"review\", \"on\": \"2026-03-11\", \"topics\": [\"MEDICATION\","
                        + "\"VACCINATION\", \"MEDICAL_HISTORY\", \"PROCEDURE\", \"STUDY_PARTICIPATION\", \"CONTRACEPTION\"]}]");
        JsonNode again = site.trial.decide("CT-1", "INFUSION", TODAY.plusDays(1));
        assertThat(json(expect(site.trial.authorise(again, LOWEST), 409))
                        .get("criteria")
                        .toString())
                .contains("DOSE-01", "UNKNOWN");
        assertThat(site.deviations()).isEmpty();
        site.reach("CT-1", "INFUSION_STARTED", "2026-03-11T12:30");
        assertThat(site.deviations()).containsExactly("CT-1 NOT_AUTHORISED - DRAFT");
        assertThat(site.one("CT-1", Kind.NOT_AUTHORISED).at("/open/DOSE-01").asText())
                .isEqualTo("UNKNOWN");
    }

    @Test
    void theSentinelWithdrawsBeforeTheInfusion() {
        JsonNode given = site.authorised("CT-1", TODAY);
        site.trial.enrolReady("CT-2", TODAY, LOWEST);
        expect(site.trial.authorise(site.trial.decide("CT-2", "INFUSION", TODAY), LOWEST), 409);
        site.reach("CT-1", "WITHDRAWN", "2026-03-10T12:00");
        assertThat(site.trial
                        .get("/api/authorisations/" + given.get("id").asText())
                        .get("state")
                        .asText())
                .isEqualTo("VOID");
        site.authorise("CT-2", TODAY, LOWEST);
        site.reach("CT-2", "INFUSION_STARTED", "2026-03-10T12:30");
        site.reach("CT-2", "INFUSION_COMPLETED", "2026-03-10T13:00");
        assertThat(site.trial
                        .get("/api/levels/3.0e8")
                        .at("/sentinel/participant")
                        .asText())
                .isEqualTo("CT-2");
        assertThat(site.deviations()).isEmpty();
    }

    @Test
    void aDltThatIsRecordedAfterTheEscalation() {
        infusedAndReviewed("CT-1");
        site.at("2026-04-08T12:00");
        site.trial.record("CT-1", "[{\"type\": \"dltAssessment\", \"dlt\": false, \"on\": \"2026-04-08\"}]");
        expect(site.trial.decideOnLevel(LOWEST, "ESCALATE", "4.5e8"), 201);
        site.at("2026-04-20T12:00");
        site.trial.record("CT-1", "[{\"type\": \"dltAssessment\", \"dlt\": true, \"on\": \"2026-03-20\"}]");
        JsonNode level = site.trial.get("/api/levels/3.0e8");
        assertThat(level.at("/numbers/dlts").asInt()).isEqualTo(1);
        assertThat(level.at("/decisions/0/numbers/dlts").asInt()).isZero();
        assertThat(level.at("/decisions/0/numbers/evaluable").asInt()).isEqualTo(1);
        assertThat(site.deviations()).isEmpty();
    }

    @Test
    void theSentinelsDateIsCorrectedToLaterAfterAnotherWasInfusedOnIt() {
        String completed = infusedAndReviewed("CT-1");
        site.authorised("CT-2", TODAY.plusDays(14));
        String infusion = site.reach("CT-2", "INFUSION_STARTED", "2026-03-24T12:30");
        assertThat(site.deviations()).isEmpty();

        String later = site.move(completed, "INFUSION_COMPLETED", "2026-03-20T13:00");
        assertThat(site.deviations())
                .containsExactlyInAnyOrder(
                        "CT-2 CRITERION_NOT_MET SENT-01 DRAFT", "CT-1 SENTINEL_CHANGED SENT-01 DRAFT");
        JsonNode infused = site.one("CT-2", Kind.CRITERION_NOT_MET);
        assertThat(infused.get("other").asText()).isEqualTo("CT-1");
        assertThat(infused.get("evidence").toString()).contains(infusion);
        JsonNode sentinel = site.one("CT-1", Kind.SENTINEL_CHANGED);
        assertThat(sentinel.get("other").asText()).isEqualTo("CT-2");
        assertThat(sentinel.get("happenedOn").asText()).isEqualTo("2026-03-24T12:30");
        assertThat(sentinel.get("evidence").toString()).isEqualTo("[\"" + completed + "\",\"" + later + "\"]");
        assertThat(sentinel.get("what").asText()).contains("CT-2", "2026-03-24", "SENT-01", "2026-03-20");

        site.trial.record(
                "CT-1",
                "[{\"type\": \"vital\", \"kind\": \"WEIGHT\", \"value\": 60, \"unit\": \"kg\", \"on\": \"2026-03-24\"}]");
        assertThat(site.deviations()).hasSize(2);

        String back = site.move(later, "INFUSION_COMPLETED", "2026-03-10T13:00");
        assertThat(site.deviations())
                .containsExactlyInAnyOrder(
                        "CT-2 CRITERION_NOT_MET SENT-01 NO_LONGER gone",
                        "CT-1 SENTINEL_CHANGED SENT-01 NO_LONGER gone");

        site.move(back, "INFUSION_COMPLETED", "2026-03-21T13:00");
        assertThat(site.deviations())
                .hasSize(4)
                .contains("CT-2 CRITERION_NOT_MET SENT-01 DRAFT", "CT-1 SENTINEL_CHANGED SENT-01 DRAFT");
    }

    @Test
    void anEarlierInfusionIsRecordedAfterAnotherWasInfusedAsTheFirst() {
        site.trial.enrolReady("CT-1", TODAY.minusDays(2), LOWEST);
        site.authorised("CT-2", TODAY);
        site.reach("CT-2", "INFUSION_STARTED", "2026-03-10T12:30");
        site.reach("CT-2", "INFUSION_COMPLETED", "2026-03-10T13:00");
        assertThat(site.deviations()).isEmpty();
        site.reach("CT-1", "INFUSION_COMPLETED", "2026-03-08T12:00");
        assertThat(site.deviations())
                .containsExactlyInAnyOrder(
                        "CT-1 NOT_AUTHORISED - DRAFT",
                        "CT-1 SENTINEL_CHANGED SENT-01 DRAFT",
                        "CT-2 CRITERION_NOT_MET SENT-01 DRAFT");
    }

    @Test
    void theSecondOfTwoOnOneDay() {
        site.authorised("CT-1", TODAY);
        site.reach("CT-1", "INFUSION_STARTED", "2026-03-10T12:30");
        site.trial.enrolReady("CT-2", TODAY, LOWEST);
        site.reach("CT-2", "INFUSION_STARTED", "2026-03-10T13:00");
        assertThat(site.deviations())
                .containsExactlyInAnyOrder("CT-2 NOT_AUTHORISED - DRAFT", "CT-2 CRITERION_NOT_MET SENT-01 DRAFT");
        assertThat(site.one("CT-2", Kind.CRITERION_NOT_MET).get("other").isNull())
                .isTrue();
    }

    @Test
    void theInfusionIsWithdrawnAsAnErrorOfEntry() {
        site.trial.enrolReady("CT-1", TODAY, LOWEST);
        String infusion = site.reach("CT-1", "INFUSION_STARTED", "2026-03-10T12:30");
        site.withdraw(infusion);
        assertThat(site.deviations()).containsExactly("CT-1 NOT_AUTHORISED - NO_LONGER gone");
    }

    @Test
    void itsDayIsCorrected() {
        site.authorised("CT-1", TODAY);
        String infusion = site.reach("CT-1", "INFUSION_STARTED", "2026-03-10T12:30");
        String wrong = site.move(infusion, "INFUSION_STARTED", "2026-03");
        assertThat(site.deviations()).containsExactly("CT-1 NOT_AUTHORISED - DRAFT");
        assertThat(site.one("CT-1", Kind.NOT_AUTHORISED).get("happenedOn").asText())
                .isEqualTo("2026-03");
        String other = site.move(wrong, "INFUSION_STARTED", "2026-03-09");
        assertThat(site.deviations())
                .containsExactly("CT-1 NOT_AUTHORISED - NO_LONGER gone", "CT-1 NOT_AUTHORISED - DRAFT");
        site.withdraw(other);
        assertThat(site.deviations()).allMatch(one -> one.endsWith("NO_LONGER gone"));
    }

    @Test
    void theParticipantIsVoided() {
        String completed = infusedAndReviewed("CT-1");
        site.authorised("CT-2", TODAY.plusDays(14));
        site.reach("CT-2", "INFUSION_STARTED", "2026-03-24T12:30");
        site.move(completed, "INFUSION_COMPLETED", "2026-03-20T13:00");
        site.trial.enrolReady("CT-3", TODAY.plusDays(14), LOWEST);
        site.reach("CT-3", "INFUSION_STARTED", "2026-03-24T13:30");
        assertThat(site.deviations()).hasSize(4);
        for (String code : List.of("CT-3", "CT-1")) {
            expect(
                    site.trial.send(
                            org.protocolgate.user.Role.COORDINATOR,
                            "POST",
                            "/api/participants/" + code + "/voiding",
                            "{\"reason\": \"a wrong code\"}"),
                    200);
        }
        assertThat(site.deviations()).hasSize(4).allMatch(one -> one.endsWith("NO_LONGER gone"));
    }

    @Test
    void aFactCorrectedAfterAnAuthorisedInfusionBreaksAWashout() {
        site.trial.enrolReady("CT-1", TODAY, LOWEST);
        String drug = site.trial
                .record("CT-1", "[" + BARICITINIB.formatted("2026-02-01") + "]")
                .at("/facts/0/id")
                .asText();
        JsonNode given = site.authorise("CT-1", TODAY, LOWEST);
        site.reach("CT-1", "INFUSION_STARTED", "2026-03-10T12:30");
        assertThat(site.deviations()).isEmpty();
        String broken = end(drug, "2026-03-01");
        assertThat(site.deviations()).containsExactly("CT-1 CRITERION_NOT_MET EXC-13 DRAFT");
        JsonNode one = site.one("CT-1", Kind.CRITERION_NOT_MET);
        assertThat(one.get("evidence").toString()).contains(broken);
        assertThat(one.get("authorisation")).isEqualTo(given.get("id"));
        assertThat(one.get("decision")).isEqualTo(given.get("decision"));
        assertThat(one.get("what").asText()).contains("baricitinib");
        String vague = end(broken, "2026");
        assertThat(site.deviations()).as("doubt").containsExactly("CT-1 CRITERION_NOT_MET EXC-13 DRAFT");
        end(vague, "2026-02-01");
        assertThat(site.deviations()).containsExactly("CT-1 CRITERION_NOT_MET EXC-13 NO_LONGER gone");
    }

    @Test
    void lymphodepletionIsStartedAlthoughACriterionIsNotMet() {
        site.trial.enrolReady("CT-1", TODAY, LOWEST);
        assertThat(site.deviations()).isEmpty();
        site.trial.record(
                "CT-1",
                "[{\"type\": \"condition\", \"kind\": \"SYSTEMIC_INFECTION\", \"start\": \"2026-03-01\", \"end\": \"2026-03-04\"}]");
        assertThat(site.deviations()).containsExactly("CT-1 CRITERION_NOT_MET EXC-07 DRAFT");
        assertThat(site.one("CT-1", Kind.CRITERION_NOT_MET).get("gate").asText())
                .isEqualTo("LYMPHODEPLETION");
    }

    @Test
    void anotherDoseWasAssignedSinceTheAuthorisation() {
        expect(site.trial.decideOnLevel(LOWEST, "OPEN", "4.5e8"), 201);
        site.authorised("CT-1", TODAY);
        site.at("2026-03-10T12:10");
        site.trial.record(
                "CT-1",
                "[{\"type\": \"doseAssignment\", \"level\": \"4.5e8\", \"cohort\": \"A\", \"phase\": \"ESCALATION\","
                        + " \"plannedCells\": 4.5e8, \"on\": \"2026-03-10T12:05\"}]");
        site.reach("CT-1", "INFUSION_STARTED", "2026-03-10T12:30");
        assertThat(site.deviations()).containsExactly("CT-1 NOT_AUTHORISED - DRAFT");
        assertThat(site.one("CT-1", Kind.NOT_AUTHORISED).get("what").asText()).contains("become void");
    }

    private String end(String drug, String on) {
        return site.trial
                .correct(drug, "{\"reason\": \"misread\", \"replacement\": " + BARICITINIB.formatted(on) + "}")
                .get("replacement")
                .asText();
    }

    /** Infuses the first of the level under an authorisation, and sets the clock to the day on which its review clears it. */
    private String infusedAndReviewed(String code) {
        site.authorised(code, TODAY);
        site.reach(code, "INFUSION_STARTED", "2026-03-10T12:30");
        String completed = site.reach(code, "INFUSION_COMPLETED", "2026-03-10T13:00");
        LocalDate reviewed = TODAY.plusDays(14);
        site.at(reviewed + "T12:00");
        site.trial.record(
                code,
                "[{\"type\": \"safetyReview\", \"significantRisk\": false, \"by\": \"investigator\", \"on\": \""
                        + reviewed + "\"}]");
        return completed;
    }
}
