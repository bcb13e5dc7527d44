package org.protocolgate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.testing.Trial.expect;
import static org.protocolgate.testing.Trial.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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
import org.protocolgate.testing.SetClock;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** What was recorded late, and what changed after an answer had been PROCEED. It is noon of 2026-03-10 to begin with. */
@ParameterizedClass
@EnumSource(Database.class)
class LateHttpTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final String LOWEST = "3.0e8";

    private final Database database;
    private Service service;
    private Trial trial;

    LateHttpTest(Database database) {
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
    void aFactIsLateByTheDaysBetweenWhatItTellsLastAndItsRecording() {
        trial.enrol("CT-1");
        record("CT-1", "{'type': 'milestone', 'kind': 'SCREENING_STARTED', 'on': '2026-03-02'}");
        record("CT-1", "{'type': 'drug', 'name': 'baricitinib', 'start': '2026-01-01', 'end': '2026-03-03'}");
        record("CT-1", "{'type': 'drug', 'name': 'tofacitinib', 'start': '2026-02-01', 'ongoing': true}");
        record("CT-1", "{'type': 'drug', 'name': 'prednisone', 'start': '2026-01', 'end': '2026-03'}");
        record("CT-1", "{'type': 'allergy', 'substance': 'albumin'}");
        assertThat(late("")).containsExactly("drug 37-37", "drug 0-9", "milestone 8-8");
        assertThat(late("?days=8")).containsExactly("drug 37-37", "drug 0-9");
        assertThat(late("?days=6&type=drug")).containsExactly("drug 37-37", "drug 0-9", "drug 7-7");
        assertThat(late("?days=0&sinceEnrolment=true")).containsExactly("drug 0-9");
        assertThat(late("?participant=CT-2")).isEmpty();
        at("2026-03-20T09:00");
        record("CT-1", "{'type': 'milestone', 'kind': 'SCREENING_STARTED', 'on': '2026-03-11'}");
        assertThat(late("?days=5&sinceEnrolment=true")).containsExactlyInAnyOrder("drug 0-9", "milestone 9-9");
        assertThat(trial.get("/api/late-entries?days=0&limit=2").get("next").asInt())
                .isEqualTo(2);
        assertThat(late("?days=0&limit=2&page=2")).containsExactly("drug 0-9", "milestone 8-8");
        JsonNode faulty = json(expect(service.get(Role.MONITOR, "/api/late-entries?days=-1&since=x"), 400));
        assertThat(faulty.get("violations").findValuesAsText("pointer")).containsExactlyInAnyOrder("/days", "/since");
    }

    @Test
    void whatIsRecordedAfterTheInfusionAboutDaysBeforeItIsListed() {
        infuse("CT-1");
        record("CT-1", "{'type': 'vital', 'kind': 'WEIGHT', 'value': 61, 'unit': 'kg', 'on': '2026-03-10'}");
        assertThat(late("?afterInfusion=true")).isEmpty();
        record("CT-1", "{'type': 'drug', 'name': 'baricitinib', 'start': '2026-01-01', 'end': '2026-03-09'}");
        assertThat(late("?afterInfusion=true")).containsExactly("drug 1-1");
        at("2026-03-12T12:00");
        record("CT-1", "{'type': 'drug', 'name': 'tofacitinib', 'start': '2026-03-11', 'ongoing': true}");
        assertThat(late("?afterInfusion=true")).containsExactly("drug 1-1");
    }

    @Test
    void whatChangedAfterAProceedIsListedWithWhetherItWasAskedAgain() {
        trial.enrolReady("CT-1", TODAY, LOWEST);
        String proceed = trial.decide("CT-1", "INFUSION", TODAY).get("id").asText();
        assertThat(changes("")).isEmpty();
        String drug =
                record("CT-1", "{'type': 'drug', 'name': 'baricitinib', 'start': '2026-01-01', 'end': '2026-03-05'}");
        assertThat(changes("")).containsExactly("RECORDED null");
        assertThat(trial.get("/api/changes-after-proceed")
                        .at("/changes/0/decision")
                        .asText())
                .isEqualTo(proceed);
        trial.decide("CT-1", "INFUSION", TODAY);
        assertThat(changes("")).containsExactly("RECORDED HOLD");
        trial.correct(drug, "{\"reason\": \"another participant's\"}");
        assertThat(changes("")).as("the last answer before it was HOLD").containsExactly("RECORDED HOLD");
        trial.decide("CT-1", "INFUSION", TODAY);
        String lab = trial.get("/api/participants/CT-1/facts").findParents("type").stream()
                .filter(fact -> fact.get("type").asText().equals("lab"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        trial.correct(lab, "{\"reason\": \"the sample was mixed up\"}");
        trial.reach("CT-1", "INFUSION_COMPLETED", "2026-03-10T11:00");
        assertThat(changes("?participant=CT-1")).containsExactly("WITHDRAWN null", "RECORDED PROCEED");
        assertThat(changes("?participant=CT-2")).isEmpty();
    }

    @Test
    void anAuthorisationOnTheAnswerIsNamedAndListsAreTakenAway() {
        infuse("CT-1");
        record("CT-1", "{'type': 'drug', 'name': 'baricitinib', 'start': '2026-01-01', 'end': '2026-03-05'}");
        JsonNode change = trial.get("/api/changes-after-proceed").at("/changes/0");
        assertThat(change.get("authorisation").isNull()).isFalse();
        assertThat(change.has("body")).isFalse();
        assertThat(service.get(Role.MONITOR, "/api/changes-after-proceed/export")
                        .body()
                        .lines())
                .hasSize(2)
                .anyMatch(line -> line.contains(change.get("fact").asText()));
        assertThat(service.get(Role.MONITOR, "/api/late-entries/export?days=4&type=drug")
                        .body()
                        .lines()
                        .skip(1))
                .isNotEmpty()
                .allMatch(line -> line.contains(",drug,"));
        service.get(Role.MONITOR, "/api/deviations/export");
        assertThat(trial.get("/api/audit?action=EXPORTED").findValuesAsText("says"))
                .containsExactly(
                        "monitor took away the list of deviations as CSV.",
                        "monitor took away the list of late entries as CSV.",
                        "monitor took away the list of facts that changed after a PROCEED answer as CSV.");
    }

    private void infuse(String code) {
        trial.enrolReady(code, TODAY, LOWEST);
        expect(trial.authorise(trial.decide(code, "INFUSION", TODAY), LOWEST), 201);
        trial.reach(code, "INFUSION_COMPLETED", "2026-03-10T11:00");
    }

    private void at(String local) {
        service.bean(SetClock.class)
                .set(LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(8)).toString());
    }

    private String record(String code, String fact) {
        return trial.record(code, "[" + fact.replace("'", "\"") + "]")
                .at("/facts/0/id")
                .asText();
    }

    private List<String> late(String asked) {
        List<String> found = new ArrayList<>();
        trial.get("/api/late-entries" + asked)
                .get("entries")
                .forEach(one ->
                        found.add(one.get("type").asText() + " " + one.get("atLeast") + "-" + one.get("atMost")));
        return found;
    }

    private List<String> changes(String asked) {
        List<String> found = new ArrayList<>();
        trial.get("/api/changes-after-proceed" + asked)
                .get("changes")
                .forEach(one -> found.add(
                        one.get("change").asText() + " " + one.get("verdict").asText()));
        return found;
    }
}
