package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
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

/** Sweeps over HTTP. It is 12:00 at the site on 2026-03-10. */
@ParameterizedClass
@EnumSource(Database.class)
class SweepHttpTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final String LOWEST = "3.0e8";

    private final Database database;
    private Service service;
    private Trial trial;

    SweepHttpTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        service = Service.start(
                database,
                Map.of(
                        "testing.clock",
                        "set",
                        "protocol-gate.sweep.chunk",
                        "2",
                        "protocol-gate.jobs.every",
                        "50ms",
                        "protocol-gate.jobs.threads",
                        "2"));
        trial = Trial.at(service);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void asksAboutEverybodyAndKeepsOnlyWhatChanged() {
        for (int i = 1; i <= 5; i++) {
            trial.enrolReady("CT-" + i, TODAY, LOWEST);
        }
        trial.enrol("CT-6");
        JsonNode first = trial.sweep();
        assertThat(first.get("participants").asInt()).isEqualTo(6);
        assertThat(first.get("chunks").asInt()).isEqualTo(3);
        assertThat(first.get("inactive").asInt()).isEqualTo(1);
        assertThat(first.get("asked").asInt()).isEqualTo(5);
        assertThat(first.get("changed").asInt()).isEqualTo(5);
        JsonNode second = trial.sweep();
        assertThat(second.get("asked").asInt()).isEqualTo(5);
        assertThat(second.get("changed").asInt()).isZero();
        assertThat(trial.get("/api/participants/CT-1/decisions")).hasSize(1);
        trial.reach("CT-1", "INFUSION_STARTED", "2026-03-10T11:00");
        JsonNode third = trial.sweep();
        assertThat(third.get("changed").asInt()).isEqualTo(5);
        assertThat(trial.get("/api/participants/CT-2/decisions")
                        .at("/0/verdict")
                        .asText())
                .isEqualTo("HOLD");
        assertThat(trial.get("/api/audit?action=SWEEP_FINISHED").get("entries")).hasSize(3);
        assertThat(trial.get("/api/audit/verification").get("whole").asBoolean())
                .isTrue();
    }

    @Test
    void whatTimeBringsIsFoundBySweeping() {
        trial.enrolReady("CT-1", TODAY, LOWEST);
        trial.reach("CT-1", "INFUSION_COMPLETED", "2026-03-10T11:00");
        trial.sweep();
        assertThat(trial.get("/api/alerts?open=true&severity=ACTION")
                        .at("/alerts")
                        .findValuesAsText("criterion"))
                .doesNotContain("FUP-05");
        service.bean(SetClock.class).pass(Duration.ofDays(14));
        trial.sweep(); // or the daily one, which is due by now and may come first
        assertThat(trial.get("/api/alerts?open=true&severity=ACTION")
                        .at("/alerts")
                        .findValuesAsText("criterion"))
                .contains("FUP-05");
    }
}
