package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.testing.Trial.expect;
import static org.protocolgate.testing.Trial.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Diary;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.SetClock;
import org.protocolgate.testing.Trial;

/**
 * The first dose level as a site lives through it, from the first consent to the first answer PROCEED in the next level; and how the
 * audit log tells it afterwards.
 */
@ParameterizedClass
@EnumSource(Database.class)
class FirstLevelStoryTest {

    private static final String FIRST = "3.0e8";
    private static final String SECOND = "4.5e8";

    private static final String STORY = """
            2026-03-11 coordinator enrolled CT-101.
            2026-03-11 coordinator recorded the fact consent of CT-101.
            2026-03-20 coordinator recorded the fact milestone SCREENING_STARTED of CT-101.
            2026-03-20 coordinator recorded the fact doseAssignment 3.0e8 of CT-101.
            2026-03-26 coordinator enrolled CT-102.
            2026-03-26 coordinator recorded the fact consent of CT-102.
            2026-03-29 coordinator recorded the fact milestone SCREENING_STARTED of CT-102.
            2026-04-01 coordinator enrolled CT-103.
            2026-04-01 coordinator recorded the fact consent of CT-103.
            2026-04-04 coordinator recorded the fact doseAssignment 3.0e8 of CT-102.
            2026-04-04 coordinator recorded the fact milestone SCREENING_STARTED of CT-103.
            2026-04-12 coordinator recorded the fact doseAssignment 3.0e8 of CT-103.
            2026-04-12 coordinator asked about the lymphodepletion of CT-101 on 2026-04-12: PROCEED.
            2026-04-12 coordinator recorded the fact milestone LYMPHODEPLETION_STARTED of CT-101.
            2026-04-17 coordinator asked about the infusion of CT-101 on 2026-04-17: PROCEED.
            2026-04-17 investigator authorised the infusion of CT-101 on 2026-04-17 with 3.0e8 cells.
            2026-04-17 coordinator recorded the fact milestone INFUSION_STARTED of CT-101.
            2026-04-17 coordinator recorded the fact milestone INFUSION_COMPLETED of CT-101.
            2026-04-17 The authorisation of CT-101 for 2026-04-17 was used.
            2026-04-27 coordinator recorded the fact milestone LYMPHODEPLETION_STARTED of CT-102.
            2026-04-27 coordinator asked about the infusion of CT-102 on 2026-04-29: HOLD, earliest 2026-05-01.
            2026-04-27 investigator acknowledged the answer HOLD about CT-102.
            2026-05-01 coordinator asked about the infusion of CT-102 on 2026-05-01: PROVISIONAL.
            2026-05-01 investigator recorded and signed the fact safetyReview of CT-101.
            2026-05-01 coordinator asked about the infusion of CT-102 on 2026-05-01: PROCEED.
            2026-05-01 investigator authorised the infusion of CT-102 on 2026-05-01 with 3.0e8 cells.
            2026-05-02 The authorisation of CT-102 for 2026-05-01 lapsed.
            2026-05-02 coordinator asked about the infusion of CT-102 on 2026-05-02: PROCEED.
            2026-05-02 investigator authorised the infusion of CT-102 on 2026-05-02 with 3.0e8 cells.
            2026-05-02 coordinator recorded the fact milestone INFUSION_STARTED of CT-102.
            2026-05-02 coordinator recorded the fact milestone INFUSION_COMPLETED of CT-102.
            2026-05-02 The authorisation of CT-102 for 2026-05-02 was used.
            2026-05-03 coordinator recorded the fact milestone LYMPHODEPLETION_STARTED of CT-103.
            2026-05-08 coordinator asked about the infusion of CT-103 on 2026-05-08: PROCEED.
            2026-05-08 investigator authorised the infusion of CT-103 on 2026-05-08 with 3.0e8 cells.
            2026-05-08 coordinator recorded the fact milestone INFUSION_STARTED of CT-103.
            2026-05-08 coordinator recorded the fact milestone INFUSION_COMPLETED of CT-103.
            2026-05-08 The authorisation of CT-103 for 2026-05-08 was used.
            2026-05-10 investigator recorded the fact adverseEvent of CT-102.
            2026-05-10 investigator recorded and signed the fact dltAssessment of CT-102.
            2026-05-15 coordinator asked about the follow-up of CT-101 on 2026-05-15: PROVISIONAL.
            2026-05-15 investigator recorded and signed the fact dltAssessment of CT-101.
            2026-05-15 coordinator asked about the follow-up of CT-101 on 2026-05-15: PROCEED.
            2026-05-31 coordinator enrolled CT-104.
            2026-05-31 coordinator recorded the fact consent of CT-104.
            2026-06-05 coordinator recorded the fact milestone SCREENING_STARTED of CT-104.
            2026-06-05 investigator recorded and signed the fact dltAssessment of CT-103.
            2026-06-08 investigator decided ESCALATE from 3.0e8 to 4.5e8 (treated 3, evaluable 3, DLTs 1); advised\s\
            was STAY by i3+3, STAY by BOIN; warned: against the advice of i3+3, against the advice of BOIN.
            2026-06-09 coordinator recorded the fact doseAssignment 4.5e8 of CT-104.
            2026-07-02 coordinator recorded the fact milestone LYMPHODEPLETION_STARTED of CT-104.
            2026-07-07 coordinator asked about the infusion of CT-104 on 2026-07-07: PROCEED.
            """;

    /** Facts that the answers about one participant alone rest on; they are in the log as well. */
    private static final Pattern OF_ONE_ALONE =
            Pattern.compile("the fact (agreement|assessment|condition|contraception|drug|judgement|lab|review|vital) ");

    @Parameter
    Database database;

    private Service service;
    private SetClock clock;
    private Trial trial;
    private Diary diary;

    @BeforeEach
    void start() {
        service = Service.start(database, Map.of("testing.clock", "set"));
        clock = service.bean(SetClock.class);
        trial = Trial.at(service);
        diary = new Diary(trial, clock);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void fromTheFirstConsentToTheNextLevel() throws IOException {
        theSentinelIsInfused();
        theSecondIsHeldAndItsAuthorisationLapses();
        theThirdFollows();
        oneHasADltAndTheOthersHaveNone();
        theLevelIsJudgedAndTheNextOneOpened();
        assertThat(told()).isEqualTo(STORY);
        assertThat(Files.readString(Path.of("docs/story.md"))).contains(STORY);
        assertThat(diary.decisions())
                .hasSize(10)
                .allSatisfy(decision -> assertThat(trial.get("/api/decisions/" + decision + "/replay")
                                .get("equal")
                                .asBoolean())
                        .isTrue());
        assertThat(trial.get("/api/audit/verification").get("whole").asBoolean())
                .isTrue();
    }

    private void theSentinelIsInfused() {
        diary.at("2026-03-11T09:00");
        diary.enrol("CT-101", "2026-04-17", FIRST);
        diary.at("2026-03-20T16:00");
        diary.at("2026-03-26T09:00");
        diary.enrol("CT-102", "2026-05-02", FIRST);
        diary.at("2026-03-29T16:00");
        diary.at("2026-04-01T09:00");
        diary.enrol("CT-103", "2026-05-08", FIRST);
        diary.at("2026-04-04T16:00");
        diary.at("2026-04-12T08:00");
        diary.review("CT-101");
        diary.ask("CT-101", "LYMPHODEPLETION", "PROCEED");
        diary.at("2026-04-12T09:00");
        diary.at("2026-04-17T09:00");
        String given = diary.authorise(diary.ask("CT-101", "INFUSION", "PROCEED"), FIRST);
        diary.at("2026-04-17T11:00");
        diary.infuse("CT-101");
        assertThat(diary.state(given)).isEqualTo("USED");
        assertThat(level(FIRST).at("/sentinel/participant").asText()).isEqualTo("CT-101");
        assertThat(level(FIRST).at("/sentinel/clearsOn").asText()).isEqualTo("2026-05-01");
    }

    private void theSecondIsHeldAndItsAuthorisationLapses() {
        diary.at("2026-04-27T10:00");
        diary.review("CT-102");
        JsonNode held = diary.ask("CT-102", "INFUSION", diary.today().plusDays(2), "HOLD");
        assertThat(held.at("/criteria/0/id").asText()).isEqualTo("SENT-01");
        assertThat(held.at("/criteria/1/status").asText()).isEqualTo("PROVISIONAL");
        assertThat(held.get("earliest").asText()).isEqualTo("2026-05-01");
        diary.acknowledge(held);

        diary.at("2026-05-01T09:00");
        diary.review("CT-102");
        JsonNode unreviewed = diary.ask("CT-102", "INFUSION", "PROVISIONAL");
        assertThat(unreviewed.at("/criteria/0/id").asText()).isEqualTo("SENT-01");
        expect(trial.authorise(unreviewed, FIRST), 409);
        diary.sign(
                "CT-101",
                "{'type': 'safetyReview', 'significantRisk': false, 'by': 'investigator', 'on': '2026-05-01'}");
        String given = diary.authorise(diary.ask("CT-102", "INFUSION", "PROCEED"), FIRST);
        clock.set("2026-05-01T16:00:00Z");
        assertThat(diary.state(given)).isEqualTo("LAPSED");
        clock.set("2026-05-01T16:03:00Z");
        service.bean(Lapsing.class).lapse();

        diary.at("2026-05-02T09:00");
        String again = diary.authorise(diary.ask("CT-102", "INFUSION", "PROCEED"), FIRST);
        diary.at("2026-05-02T11:00");
        diary.infuse("CT-102");
        assertThat(diary.state(given)).isEqualTo("LAPSED");
        assertThat(diary.state(again)).isEqualTo("USED");
    }

    private void theThirdFollows() {
        diary.at("2026-05-03T09:00");
        diary.at("2026-05-08T09:00");
        String given = diary.authorise(diary.ask("CT-103", "INFUSION", "PROCEED"), FIRST);
        diary.at("2026-05-08T11:00");
        diary.infuse("CT-103");
        assertThat(diary.state(given)).isEqualTo("USED");
        assertThat(level(FIRST).at("/numbers/inWindow").findValuesAsText("until"))
                .containsExactly("2026-05-15", "2026-05-30", "2026-06-05");
        assertThat(level(FIRST).get("advice").isNull()).isTrue();
    }

    private void oneHasADltAndTheOthersHaveNone() {
        diary.at("2026-05-10T09:00");
        diary.sign(
                "CT-102",
                "{'type': 'adverseEvent', 'term': 'Neurotoxicity', 'grade': 3, 'start': '2026-05-09', 'ongoing': true},"
                        + "{'type': 'dltAssessment', 'dlt': true, 'on': '2026-05-10'}");
        diary.at("2026-05-15T16:00");
        diary.review("CT-101");
        JsonNode due = diary.ask("CT-101", "FOLLOW_UP", "PROVISIONAL");
        assertThat(due.at("/criteria/0/id").asText()).isEqualTo("FUP-04");
        diary.sign("CT-101", "{'type': 'dltAssessment', 'dlt': false, 'on': '2026-05-15'}");
        diary.ask("CT-101", "FOLLOW_UP", "PROCEED");
        diary.at("2026-05-31T09:00");
        diary.enrol("CT-104", "2026-07-07", SECOND);
        diary.at("2026-06-05T16:00");
        diary.sign("CT-103", "{'type': 'dltAssessment', 'dlt': false, 'on': '2026-06-05'}");
    }

    private void theLevelIsJudgedAndTheNextOneOpened() {
        diary.at("2026-06-08T10:00");
        JsonNode level = level(FIRST);
        assertThat(level.get("numbers").toString()).startsWith("{\"treated\":3,\"evaluable\":3,\"dlts\":1,");
        assertThat(level.get("advice").toString()).startsWith("{\"i3plus3\":\"STAY\",\"boin\":\"STAY\",");
        assertThat(level(SECOND).get("open").asBoolean()).isFalse();
        JsonNode escalated = json(expect(trial.decideOnLevel(FIRST, "ESCALATE", SECOND), 201));
        assertThat(escalated.get("warnings").findValuesAsText("code"))
                .containsExactly("AGAINST_I3PLUS3", "AGAINST_BOIN");
        assertThat(level(SECOND).get("open").asBoolean()).isTrue();
        diary.at("2026-06-09T16:00");
        diary.at("2026-07-02T09:00");
        diary.at("2026-07-07T09:00");
        JsonNode next = diary.ask("CT-104", "INFUSION", "PROCEED");
        assertThat(next.get("criteria").findValuesAsText("id")).contains("DOSE-02", "SENT-01");
    }

    /** The audit log in sentences, each behind the day at the site. */
    private String told() {
        return trial
                .told("/api/audit?order=asc&limit=100&without=RULE_FIRED,SIGNED,LOGGED_IN,ACCOUNT_CREATED,RULES_SERVED,"
                        + "ALERT_RAISED,ALERT_CHANGED,ALERT_RESOLVED,SWEEP_STARTED,SWEEP_FINISHED")
                .stream()
                .filter(line -> !OF_ONE_ALONE.matcher(line).find())
                .map(line -> line.substring(0, "2026-03-11".length()) + " " + line.split("\t")[2] + "\n")
                .collect(Collectors.joining());
    }

    private JsonNode level(String level) {
        return trial.get("/api/levels/" + level);
    }
}
