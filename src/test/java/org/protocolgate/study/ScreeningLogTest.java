package org.protocolgate.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** The screening and enrolment log over HTTP. It is 2026-03-10 at the site. */
@ParameterizedClass
@EnumSource(Database.class)
class ScreeningLogTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");

    @Parameter
    Database database;

    private Service service;
    private Trial trial;

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
    void tellsHowFarEverybodyCame() {
        trial.enrol("L-NEW");
        trial.enrol("L-CONSENT");
        trial.record("L-CONSENT", consent("2026-03-01"));
        trial.enrol("L-SCREEN");
        trial.record("L-SCREEN", consent("2026-03-01"));
        trial.reach("L-SCREEN", "SCREENING_STARTED", "2026-03-02");
        trial.enrol("L-FAILED");
        trial.record("L-FAILED", consent("2026-02-01"));
        trial.reach("L-FAILED", "SCREENING_STARTED", "2026-02-02");
        trial.record("L-FAILED", "[{\"type\": \"condition\", \"kind\": \"MALIGNANCY\", \"start\": \"2025-11\"}]");
        trial.decide("L-FAILED", "SCREENING", TODAY);
        trial.reach("L-FAILED", "SCREEN_FAILED", "2026-03-10");
        trial.enrol("L-LEFT");
        trial.record("L-LEFT", "[{\"type\": \"consent\", \"on\": \"2026-02-01\", \"withdrawnOn\": \"2026-02-20\"}]");
        trial.enrolReady("L-INFUSED", TODAY, "3.0e8");
        trial.reach("L-INFUSED", "INFUSION_COMPLETED", "2026-03-10");
        trial.enrol("L-WRONG");
        trial.send(Role.COORDINATOR, "POST", "/api/participants/L-WRONG/voiding", "{\"reason\": \"=1+1 typed twice\"}");

        JsonNode log = trial.get("/api/screening-log");
        assertThat(log.get("total").asInt()).isEqualTo(7);
        assertThat(states(log))
                .containsExactly(
                        "L-CONSENT CONSENTED",
                        "L-FAILED SCREEN_FAILED",
                        "L-INFUSED INFUSED",
                        "L-LEFT WITHDRAWN",
                        "L-NEW NOT_CONSENTED",
                        "L-SCREEN SCREENING",
                        "L-WRONG VOIDED");
        for (JsonNode line : log.get("participants")) {
            boolean active = trial.get(
                            "/api/participants/" + line.get("participant").asText())
                    .get("active")
                    .asBoolean();
            assertThat(List.of("CONSENTED", "SCREENING", "LYMPHODEPLETION", "INFUSED")
                            .contains(line.get("state").asText()))
                    .as(line.toString())
                    .isEqualTo(active);
        }
        JsonNode failed = log.at("/participants/1");
        assertThat(failed.get("endedOn").asText()).isEqualTo("2026-03-10");
        assertThat(failed.get("reasons").findValuesAsText("criterion")).contains("EXC-15");
        assertThat(failed.at("/gates/0/gate").asText()).isEqualTo("SCREENING");
        assertThat(log.at("/participants/2/level").asText()).isEqualTo("3.0e8");
        assertThat(log.at("/participants/2/infusedOn").asText()).isEqualTo("2026-03-10");
        assertThat(log.at("/participants/3/consentWithdrawnOn").asText()).isEqualTo("2026-02-20");

        assertThat(states(trial.get("/api/screening-log?state=SCREEN_FAILED")))
                .containsExactly("L-FAILED SCREEN_FAILED");
        assertThat(states(trial.get("/api/screening-log?level=300000000"))).containsExactly("L-INFUSED INFUSED");
        assertThat(states(trial.get("/api/screening-log?participant=l-s"))).containsExactly("L-SCREEN SCREENING");
        assertThat(states(trial.get("/api/screening-log?verdict=HOLD"))).containsExactly("L-FAILED SCREEN_FAILED");
        assertThat(states(trial.get("/api/screening-log?from=2026-03-01&to=2026-03-02")))
                .contains("L-CONSENT CONSENTED", "L-SCREEN SCREENING")
                .noneMatch(state -> state.startsWith("L-FAILED") || state.startsWith("L-NEW"));
        JsonNode last = trial.get("/api/screening-log?limit=3&page=9");
        assertThat(last.get("page").asInt()).isEqualTo(3);
        assertThat(states(last)).containsExactly("L-WRONG VOIDED");
        assertThat(service.get(Role.MONITOR, "/api/screening-log?state=GONE&day=1")
                        .statusCode())
                .isEqualTo(400);

        String file = service.get(Role.COORDINATOR, "/api/screening-log/export?participant=L-")
                .body();
        assertThat(file.lines()).hasSize(8);
        assertThat(file)
                .startsWith("\uFEFFparticipant,state,")
                .contains("'=1+1 typed twice")
                .contains("EXC-15");
        JsonNode entry = trial.get("/api/audit?action=EXPORTED").at("/entries/0");
        assertThat(entry.get("user").asText()).isEqualTo("coordinator");
        assertThat(entry.at("/details/what").asText()).isEqualTo("screening log");
        assertThat(entry.at("/details/filter/participant").asText()).isEqualTo("L-");
    }

    @Test
    void aNewScreeningBeginsAnew() {
        trial.enrol("L-AGAIN");
        trial.record("L-AGAIN", consent("2026-01-01"));
        trial.reach("L-AGAIN", "SCREENING_STARTED", "2026-01-02");
        trial.reach("L-AGAIN", "SCREEN_FAILED", "2026-01-20");
        trial.reach("L-AGAIN", "SCREENING_STARTED", "2026-03-02");
        JsonNode line = trial.get("/api/screening-log").at("/participants/0");
        assertThat(line.get("state").asText()).isEqualTo("SCREENING");
        assertThat(line.get("screenings").asInt()).isEqualTo(2);
        assertThat(line.get("screeningStartedOn").asText()).isEqualTo("2026-03-02");
        assertThat(line.get("endedOn").isNull()).isTrue();
    }

    private static String consent(String on) {
        return "[{\"type\": \"consent\", \"on\": \"" + on + "\"}]";
    }

    private static List<String> states(JsonNode log) {
        return StreamSupport.stream(log.get("participants").spliterator(), false)
                .map(line -> line.get("participant").asText() + " "
                        + line.get("state").asText())
                .toList();
    }
}
