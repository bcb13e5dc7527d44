package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.testing.Trial.expect;
import static org.protocolgate.testing.Trial.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
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
import org.protocolgate.testing.LevelPeople;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.SetClock;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** What investigators and sponsor decide on dose levels, over HTTP. It is 12:00 at the site on 2026-03-10. */
@ParameterizedClass
@EnumSource(Database.class)
class DoseDecisionHttpTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final String LOWEST = "3.0e8";
    private static final String MIDDLE = "4.5e8";
    private static final String PATH = "/api/levels/3.0e8/decisions";

    private final Database database;
    private Service service;
    private Trial trial;
    private LevelPeople lowest;

    DoseDecisionHttpTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        service = Service.start(database, Map.of("testing.clock", "set"));
        trial = Trial.at(service);
        lowest = new LevelPeople(trial, LOWEST);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void onlyAnInvestigatorDecidesAndOnlySigned() {
        String body = "{\"kind\": \"STAY\", \"level\": \"3.0e8\", \"reason\": \"as discussed\"}";
        for (Role role : Role.values()) {
            expect(trial.send(role, "POST", PATH, body), 403);
        }
        expect(trial.signed("/api/levels/6.1e8/decisions", body), 404);
        assertThat(trial.get("/api/levels/3.0e8").get("decisions")).isEmpty();
        expect(trial.signed(PATH, body), 201);
        assertThat(trial.get("/api/levels/3.0e8").get("decisions")).hasSize(1);
    }

    @Test
    void everyFaultIsNamed() {
        assertRefused("{}", "/kind", "/level", "/reason");
        assertRefused("{'kind': 'STAY', 'level': 4.5e8, 'reason': 'x'}", "/level");
        assertRefused("{'kind': 'STAY', 'level': 'high', 'reason': 'x'}", "/level");
        assertRefused("{'kind': 'WAIVE', 'level': '4.5e8', 'reason': ' '}", "/kind", "/reason");
        assertRefused("{'kind': 'STAY', 'level': '4.5e8', 'reason': 'x', 'on': '2026-03-10'}", "/on");
        assertRefused("{'kind': 'ESCALATE', 'level': '4.5e8', 'reason': 'x'}", "/level");
        assertRefused("{'kind': 'ESCALATE', 'level': '3.0e8', 'reason': 'x'}", "/level");
        assertRefused("{'kind': 'DE_ESCALATE', 'level': '4.5e8', 'reason': 'x'}", "/level");
        assertRefused("{'kind': 'DE_ESCALATE', 'level': '6.0e8', 'reason': 'x'}", "/level");
        assertRefused("{'kind': 'STAY', 'level': '3.0e8', 'reason': 'x'}", "/level");
        assertRefused("{'kind': 'SELECT_FOR_EXPANSION', 'level': '6.0e8', 'reason': 'x'}", "/level");
        assertRefused("{'kind': 'ESCALATE', 'level': '6.1e8', 'reason': 'x'}", "/level");
        assertRefused("{'kind': 'DE_ESCALATE', 'level': '2.9e8', 'reason': 'x'}", "/level");
        assertRefused("{'kind': 'OPEN', 'level': '6.1e8', 'reason': 'x'}", "/level");
        assertThat(trial.get("/api/levels/4.5e8").get("decisions")).isEmpty();
    }

    @Test
    void whatSpeaksAgainstItIsKeptWithItAndInTheLog() {
        lowest.infuse("CT-1", "2026-03-01");
        lowest.infuse("CT-2", "2026-01-01");
        assertWarned("STAY", LOWEST, "IN_DLT_WINDOW", "DLT_OVERDUE", "NOBODY_EVALUABLE");
        assertWarned("CLOSE", LOWEST, "IN_DLT_WINDOW", "DLT_OVERDUE");
        lowest.answer("CT-1", "'dlt': true", "2026-03-10");
        assertWarned("STAY", LOWEST, "DLT_OVERDUE", "AGAINST_BOIN");
        assertWarned("ESCALATE", MIDDLE, "DLT_OVERDUE", "AGAINST_I3PLUS3", "AGAINST_BOIN");
        lowest.answer("CT-2", "'dlt': false", "2026-03-10");
        lowest.infuse("CT-3", "2026-01-01");
        lowest.answer("CT-3", "'dlt': false", "2026-03-10");
        assertWarned("STAY", LOWEST);
        assertWarned("SELECT_FOR_EXPANSION", LOWEST);
        JsonNode last = assertWarned("ESCALATE", MIDDLE, "AGAINST_I3PLUS3", "AGAINST_BOIN");
        assertThat(last.get("numbers").toString())
                .isEqualTo("{\"treated\":3,\"evaluable\":3,\"dlts\":1,\"inWindow\":[],\"overdue\":[]}");
        assertThat(last.get("advice").size()).isEqualTo(2);
        assertThat(last.at("/warnings/0/text").asText()).contains("i3+3 advises STAY", "ESCALATE 4.5e8");

        JsonNode kept = trial.get("/api/levels/3.0e8").get("decisions");
        assertThat(kept).hasSize(7);
        assertThat(kept.get(6)).isEqualTo(last);
        assertThat(trial.get("/api/levels/4.5e8").get("decisions")).hasSize(2);
        JsonNode entry = trial.get("/api/audit?action=DOSE_DECIDED").at("/entries/0");
        assertThat(entry.get("record")).isEqualTo(last.get("id"));
        assertThat(entry.at("/details/warnings").toString()).isEqualTo("[\"AGAINST_I3PLUS3\",\"AGAINST_BOIN\"]");
        assertThat(entry.at("/details/numbers")).isEqualTo(last.get("numbers"));
        assertThat(entry.toString()).doesNotContain("as discussed");
        assertWhole();
    }

    @Test
    void anotherLevelIsUsedFromTheDecisionThatOpensItToTheOneThatClosesIt() {
        trial.enrolReady("CT-1", TODAY, MIDDLE);
        JsonNode before = trial.decide("CT-1", "INFUSION", TODAY);
        assertDoseLevel(before, "HOLD", "NOT_MET");
        pass();
        expect(trial.decideOnLevel(LOWEST, "ESCALATE", MIDDLE), 201);
        JsonNode open = trial.decide("CT-1", "INFUSION", TODAY);
        assertDoseLevel(open, "PROCEED", "MET");
        JsonNode given = json(expect(trial.authorise(open, MIDDLE), 201));
        pass();
        expect(trial.decideOnLevel(MIDDLE, "CLOSE", MIDDLE), 201);
        JsonNode end = trial.get("/api/authorisations/" + given.get("id").asText());
        assertThat(end.get("state").asText()).isEqualTo("VOID");
        assertThat(end.at("/end/criteria").toString()).isEqualTo("[\"DOSE-02\"]");
        JsonNode closed = trial.decide("CT-1", "INFUSION", TODAY);
        assertDoseLevel(closed, "HOLD", "NOT_MET");

        assertDoseLevel(asKnownAt("2026-03-10T12:00:30"), "HOLD", "NOT_MET");
        assertDoseLevel(asKnownAt("2026-03-10T12:01:30"), "PROCEED", "MET");
        for (JsonNode made : List.of(before, open, closed)) {
            JsonNode replay = trial.get("/api/decisions/" + made.get("id").asText() + "/replay");
            assertThat(replay.get("equal").asBoolean()).as(replay.toString()).isTrue();
        }
        assertWhole();
    }

    @Test
    void whoeverGoesOnWithALowerLevelClosesThoseAboveIt() {
        expect(trial.decideOnLevel(LOWEST, "ESCALATE", MIDDLE), 201);
        expect(trial.decideOnLevel(MIDDLE, "ESCALATE", "6.0e8"), 201);
        assertThat(open()).containsExactly("true", "true", "true");
        expect(trial.decideOnLevel("6.0e8", "DE_ESCALATE", LOWEST), 201);
        assertThat(open()).containsExactly("true", "false", "false");
        expect(trial.decideOnLevel(MIDDLE, "STAY", MIDDLE), 201);
        expect(trial.decideOnLevel(MIDDLE, "SELECT_FOR_EXPANSION", MIDDLE), 201);
        assertThat(open()).containsExactly("true", "false", "false");
    }

    /**
     * Judged is 4.5e8.
     *
     * @param body with single quotes
     */
    private void assertRefused(String body, String... pointers) {
        JsonNode refused = json(expect(trial.signed("/api/levels/4.5e8/decisions", body.replace('\'', '"')), 400));
        assertThat(refused.get("violations").findValuesAsText("pointer"))
                .as(refused.toString())
                .containsExactlyInAnyOrder(pointers);
    }

    private JsonNode assertWarned(String kind, String level, String... codes) {
        JsonNode decided = json(expect(trial.decideOnLevel(LOWEST, kind, level), 201));
        assertThat(decided.get("warnings").findValuesAsText("code"))
                .as(decided.toString())
                .containsExactly(codes);
        return decided;
    }

    private void pass() {
        service.bean(SetClock.class).pass(Duration.ofMinutes(1));
    }

    private JsonNode asKnownAt(String moment) {
        String question = "{\"gate\": \"INFUSION\", \"on\": \"" + TODAY + "\", \"asKnownAt\": \"" + moment + "\"}";
        return json(expect(trial.send(Role.COORDINATOR, "POST", "/api/participants/CT-1/decisions", question), 201));
    }

    private static void assertDoseLevel(JsonNode decision, String verdict, String status) {
        assertThat(decision.get("verdict").asText()).as(decision.toString()).isEqualTo(verdict);
        for (JsonNode criterion : decision.get("criteria")) {
            if (criterion.get("id").asText().equals("DOSE-02")) {
                assertThat(criterion.get("status").asText()).isEqualTo(status);
                return;
            }
        }
        throw new AssertionError("DOSE-02 was not asked");
    }

    private List<String> open() {
        List<String> open = new ArrayList<>();
        trial.get("/api/levels").forEach(level -> open.add(level.get("open").asText()));
        return open;
    }

    private void assertWhole() {
        JsonNode verified = trial.get("/api/audit/verification");
        assertThat(verified.get("whole").asBoolean()).as(verified.toString()).isTrue();
    }
}
