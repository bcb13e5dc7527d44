package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What is counted and advised of a dose level over HTTP. It is 12:00 at the site on 2026-03-10 until a test moves the clock. */
@ParameterizedClass
@EnumSource(Database.class)
class LevelCountsHttpTest {

    private static final String TODAY = "2026-03-10";

    private final Database database;
    private Service service;
    private Trial trial;
    private LevelPeople lowest;

    LevelCountsHttpTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        service = Service.start(database, Map.of("testing.clock", "set"));
        trial = Trial.at(service);
        lowest = new LevelPeople(trial, "3.0e8");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void eachIsObservedForItsOwnWindowUntilAnAnswerIsSigned() {
        lowest.infuse("CT-1", "2026-03-10");
        lowest.infuse("CT-2", "2026-03-01");
        lowest.infuse("CT-3", "2026-02-09");
        lowest.infuse("CT-4", "2026-02-10");
        lowest.assign("CT-5");
        assertThat(lowest.counts()).isEqualTo("4 0 0");
        assertThat(waiting("inWindow")).containsExactly("CT-1 2026-04-07", "CT-2 2026-03-29", "CT-4 2026-03-10");
        assertThat(waiting("overdue")).containsExactly("CT-3 2026-03-09");
        assertObserved("CT-1", "IN_WINDOW", "2026-04-07");
        assertObserved("CT-3", "OVERDUE", "2026-03-09");
        assertObserved("CT-5", "NOT_INFUSED", "null");

        lowest.answer("CT-1", "'earlyCompletion': 'AE_NOT_RELATED'", TODAY);
        lowest.answer("CT-2", "'dlt': true", TODAY);
        lowest.answer("CT-3", "'dlt': false", TODAY);
        lowest.answer("CT-4", "'dlt': false", TODAY);
        assertThat(lowest.counts()).isEqualTo("4 4 1");
        assertThat(waiting("inWindow")).isEmpty();
        assertThat(waiting("overdue")).isEmpty();
        assertObserved("CT-1", "NO_DLT", "null");
        assertObserved("CT-2", "DLT", "null");
        assertObserved("CT-3", "NO_DLT", "null");
    }

    @Test
    void theWindowIsOverWhenItsLastDayIsOverAtTheSite() {
        lowest.infuse("CT-1", "2026-02-11");
        lowest.answer("CT-1", "'dlt': false", TODAY); // a day too early to say that none occurred
        service.bean(SetClock.class).set("2026-03-11T15:59:59Z");
        assertThat(waiting("inWindow")).containsExactly("CT-1 2026-03-11");
        service.bean(SetClock.class).set("2026-03-11T16:00:00Z");
        assertThat(waiting("overdue")).containsExactly("CT-1 2026-03-11");
        assertThat(lowest.counts()).isEqualTo("1 0 0");
    }

    @Test
    void aStoppedInfusionCountsAsGivenAndTheExpansionIsNotObserved() {
        lowest.assign("CT-1");
        trial.reach("CT-1", "INFUSION_STOPPED", "2026-03-10T08:00");
        lowest.assign("CT-2", "EXPANSION");
        trial.reach("CT-2", "INFUSION_COMPLETED", "2026-01-01");
        assertThat(lowest.counts()).isEqualTo("2 0 0");
        assertThat(waiting("inWindow")).containsExactly("CT-1 2026-04-07");
        assertThat(waiting("overdue")).isEmpty();
        assertObserved("CT-2", "NOT_OBSERVED", "null");
        assertThat(lowest.member("CT-1").get("infusionCompleted").asText()).isEqualTo("2026-03-10T08:00");
        assertThat(lowest.seen().at("/sentinel/participant").asText()).isEqualTo("CT-2");
    }

    @Test
    void aMemberShowsWhatIsPlannedAndThatItLeft() {
        lowest.assign("CT-1");
        trial.reach("CT-1", "INFUSION_PLANNED", "2026-03-20");
        trial.reach("CT-1", "WITHDRAWN", "2026-03-09");
        assertThat(lowest.member("CT-1").get("infusionPlanned").asText()).isEqualTo("2026-03-20");
        assertThat(lowest.member("CT-1").get("withdrawn").asText()).isEqualTo("2026-03-09");
        assertThat(lowest.member("CT-1").get("infusionStarted").isNull()).isTrue();
        assertThat(lowest.counts()).isEqualTo("0 0 0");
    }

    @Test
    void theAdviceOfBothDesignsStandsSideBySide() {
        lowest.infuse("CT-1", "2026-02-01");
        assertThat(lowest.seen().get("advice").isNull()).isTrue();
        lowest.answer("CT-1", "'dlt': true", TODAY);
        assertThat(lowest.seen().get("advice").toString())
                .isEqualTo("{\"i3plus3\":\"STAY\",\"boin\":\"DE_ESCALATE\",\"differ\":true,\"jointDecision\":true}");
        for (String code : List.of("CT-2", "CT-3")) {
            lowest.infuse(code, "2026-02-01");
            lowest.answer(code, "'dlt': false", TODAY);
        }
        assertThat(lowest.counts()).isEqualTo("3 3 1");
        assertThat(lowest.seen().get("advice").toString())
                .isEqualTo("{\"i3plus3\":\"STAY\",\"boin\":\"STAY\",\"differ\":false,\"jointDecision\":false}");
        lowest.answer("CT-2", "'dlt': true", TODAY);
        lowest.answer("CT-3", "'dlt': true", TODAY);
        assertThat(lowest.seen().get("advice").toString())
                .isEqualTo(
                        "{\"i3plus3\":\"ELIMINATE\",\"boin\":\"ELIMINATE\",\"differ\":false,\"jointDecision\":true}");
    }

    private void assertObserved(String code, String dlt, String until) {
        assertThat(lowest.member(code).get("dlt").asText()).isEqualTo(dlt);
        assertThat(lowest.member(code).get("dltUntil").asText()).isEqualTo(until);
    }

    private List<String> waiting(String which) {
        List<String> waiting = new ArrayList<>();
        lowest.seen()
                .at("/numbers/" + which)
                .forEach(one -> waiting.add(
                        one.get("participant").asText() + " " + one.get("until").asText()));
        return waiting;
    }
}
