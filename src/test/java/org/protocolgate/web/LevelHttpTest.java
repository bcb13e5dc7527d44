package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.testing.Trial.expect;
import static org.protocolgate.testing.Trial.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
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

/** What is seen of the dose levels over HTTP. It is 12:00 at the site on 2026-03-10 until a test moves the clock. */
@ParameterizedClass
@EnumSource(Database.class)
class LevelHttpTest {

    private static final String TODAY = "2026-03-10";

    private final Database database;
    private Service service;
    private Trial trial;
    private LevelPeople lowest;

    LevelHttpTest(Database database) {
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
    void anEmptyStudyHasThePlannedLevelsAndTheLowestIsOpen() {
        JsonNode levels = trial.get("/api/levels");
        assertThat(texts(levels, "level")).containsExactly("3.0e8", "4.5e8", "6.0e8");
        assertThat(texts(levels, "open")).containsExactly("true", "false", "false");
        for (JsonNode level : levels) {
            assertThat(level.get("members")).isEmpty();
            assertThat(level.get("uncertain")).isEmpty();
            assertThat(level.get("decisions")).isEmpty();
            assertThat(level.get("sentinel").isNull()).isTrue();
            assertThat(level.get("advice").isNull()).isTrue();
            assertThat(LevelPeople.counts(level)).isEqualTo("0 0 0");
            assertThat(level.get("today").asText()).isEqualTo(TODAY);
        }
        assertThat(levels)
                .extracting(LevelPeople::next)
                .containsExactly(TODAY, "null DOSE-02 NOT_MET", "null DOSE-02 NOT_MET");
    }

    @Test
    void anySpellingIsTheSameLevel() {
        lowest.assign("CT-1");
        assertThat(lowest.member("CT-1").get("phase").asText()).isEqualTo("ESCALATION");
        for (String spelling : List.of("3e8", "300000000", "3.0E8", "3.00e%2B8", "3.00e+8", "0.3e9", "30e7")) {
            assertThat(trial.get("/api/levels/" + spelling)).as(spelling).isEqualTo(lowest.seen());
        }
    }

    @Test
    void everyLevelThatIsListedCanBeReadByItsName() {
        new LevelPeople(trial, "300000000.00000000000000000001").assign("CT-1");
        List<String> names = texts(trial.get("/api/levels"), "level");
        assertThat(names).contains("3.0000000000000000000000000001e8");
        for (String name : names) {
            assertThat(trial.get("/api/levels/" + name).get("level").asText()).isEqualTo(name);
        }
    }

    @Test
    void whatLiesOutsideIsNoLevel() {
        for (String outside :
                List.of("2.9e8", "6.1e8", "9.0e8", "0", "-3.0e8", "3.0e-8", "low", "1e99", "1e999999999", "NaN")) {
            HttpResponse<String> answer = expect(trial.send(Role.MONITOR, "GET", "/api/levels/" + outside, ""), 404);
            assertThat(json(answer).get("detail").asText()).as(outside).isEqualTo("no such dose level");
        }
    }

    @Test
    void aLevelBetweenThePlannedOnesIsListedOnceSomebodyIsInIt() {
        LevelPeople between = new LevelPeople(trial, "3.75e8");
        assertThat(between.seen().get("open").asBoolean()).isFalse();
        assertThat(trial.get("/api/levels")).hasSize(3);
        between.assign("CT-1");
        assertThat(texts(trial.get("/api/levels"), "level")).containsExactly("3.0e8", "3.75e8", "4.5e8", "6.0e8");
    }

    @Test
    void anInfusionThatWasOnlyBegunMakesNoSentinel() {
        lowest.assign("CT-1");
        trial.reach("CT-1", "INFUSION_STARTED", "2026-03-10T09:00");
        assertThat(lowest.seen().get("sentinel").isNull()).isTrue();
        assertThat(lowest.next()).isEqualTo("null SENT-01 NOT_MET");
    }

    @Test
    void theSentinelIsObservedAndReviewedBeforeOthersFollow() {
        lowest.infuse("CT-1", TODAY);
        assertSentinel(false, false);
        assertThat(lowest.next()).isEqualTo("2026-03-24 SENT-01 PROVISIONAL");
        lowest.review("CT-1", TODAY, false);
        assertSentinel(false, false);

        clock("2026-03-23T15:59:59Z");
        assertThat(lowest.next()).isEqualTo("2026-03-24 SENT-01 PROVISIONAL");
        clock("2026-03-29T16:00:00Z");
        assertThat(lowest.next()).isEqualTo("2026-03-30 SENT-01 PROVISIONAL");
        lowest.review("CT-1", "2026-03-24", false);
        assertSentinel(false, true);
        assertThat(lowest.next()).isEqualTo("2026-03-30");
        lowest.review("CT-1", "2026-03-30", true);
        assertSentinel(true, false);
        assertThat(lowest.next()).isEqualTo("null SENT-01 NOT_MET");
    }

    @Test
    void anAuthorisedInfusionTakesTheSlotAndNobodyKnowsUntilWhen() {
        LocalDate today = LocalDate.parse(TODAY);
        trial.enrolReady("CT-1", today, "3.0e8");
        JsonNode given = json(expect(trial.authorise(trial.decide("CT-1", "INFUSION", today), "3.0e8"), 201));
        assertThat(lowest.member("CT-1").get("authorisedFor").asText()).isEqualTo(TODAY);
        assertThat(lowest.seen().get("sentinel").isNull()).isTrue();
        assertThat(lowest.next()).isEqualTo("null SENT-01 NOT_MET");
        expect(trial.revoke(given.get("id").asText()), 201);
        assertThat(lowest.member("CT-1").get("authorisedFor").isNull()).isTrue();
        assertThat(lowest.next()).isEqualTo(TODAY);
    }

    @Test
    void aClosedLevelHasNoNextDay() {
        lowest.decide("CLOSE", "3.0e8");
        assertThat(lowest.seen().get("open").asBoolean()).isFalse();
        assertThat(lowest.next()).isEqualTo("null DOSE-02 NOT_MET");
        lowest.decide("OPEN", "3.0e8");
        assertThat(lowest.seen().get("open").asBoolean()).isTrue();
        assertThat(lowest.next()).isEqualTo(TODAY);
    }

    @Test
    void whileADayIsKnownToTheMonthOnlyTheLevelIsNeitherOpenNorClosed() {
        lowest.infuse("CT-1", "2026-02-01");
        lowest.assign("CT-2");
        String vague = trial.reach("CT-2", "INFUSION_COMPLETED", "2026-03")
                .at("/ids/0")
                .asText();
        for (JsonNode level : trial.get("/api/levels")) {
            assertThat(level.get("uncertain").toString()).isEqualTo("[\"CT-2\"]");
            assertThat(level.get("open").isNull()).isTrue();
            assertThat(level.get("sentinel").isNull()).isTrue();
            assertThat(LevelPeople.next(level)).startsWith("null ").contains("SENT-01 UNKNOWN");
        }
        assertThat(lowest.member("CT-2").get("infusionCompleted").asText()).isEqualTo("2026-03");
        trial.correct(
                vague,
                "{\"reason\": \"read in the chart\", \"replacement\": {\"type\": \"milestone\","
                        + " \"kind\": \"INFUSION_COMPLETED\", \"on\": \"2026-03-02\"}}");
        assertThat(lowest.seen().get("uncertain")).isEmpty();
        assertThat(lowest.seen().get("open").asBoolean()).isTrue();
        assertThat(lowest.counts()).isEqualTo("2 0 0");
    }

    @Test
    void reasonsComeInTheLanguageAskedFor() {
        HttpResponse<String> answer =
                service.send(service.request(Role.MONITOR, "/api/levels/4.5e8").header("Accept-Language", "zh-CN"));
        assertThat(json(expect(answer, 200))
                        .at("/nextInfusion/standing/0/reason")
                        .asText())
                .matches("剂量水平 \\S+ 在 2026-03-10 未开放。");
        assertThat(trial.get("/api/levels/4.5e8")
                        .at("/nextInfusion/standing/0/reason")
                        .asText())
                .matches("Level \\S+ is not open on 2026-03-10\\.");
    }

    private void clock(String instant) {
        service.bean(SetClock.class).set(instant);
    }

    private void assertSentinel(boolean risk, boolean cleared) {
        assertThat(lowest.seen().get("sentinel").toString())
                .isEqualTo("{\"participant\":\"CT-1\",\"completed\":\"2026-03-10\",\"clearsOn\":\"2026-03-24\","
                        + "\"atRisk\":" + risk + ",\"cleared\":" + cleared + "}");
    }

    private static List<String> texts(JsonNode list, String name) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.get(name).asText()));
        return texts;
    }
}
