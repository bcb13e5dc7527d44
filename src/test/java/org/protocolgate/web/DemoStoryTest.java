package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.protocolgate.protocol.Rulebook;
import org.protocolgate.study.Change;
import org.protocolgate.study.Consequence;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;

/** What the demo has behind it on the morning on which it begins. */
class DemoStoryTest {

    private static final String STORY = "/api/audit?order=asc&limit=500&to=2026-03-16T00:59:59Z"
            + "&without=ALERT_RAISED,ALERT_CHANGED,ALERT_RESOLVED,SWEEP_STARTED,SWEEP_FINISHED,RULE_FIRED,SIGNED,RULES_SERVED,ACCOUNT_CREATED,PASSWORD_RESET";
    private static final int ENTRIES = 152;

    private final Map<String, Object> settings = new HashMap<>(Database.H2.fresh());

    @BeforeEach
    void set() {
        settings.put("protocol-gate.demo", "true");
        settings.put("protocol-gate.demo-password", Service.PASSWORD);
    }

    @Test
    void theLogTellsWhatHappenedAndWhen() {
        try (Service demo = demo(Map.of())) {
            Trial trial = Trial.at(demo);
            assertThat(trial.told(STORY))
                    .hasSize(ENTRIES)
                    .containsSubsequence(
                            "2026-02-01T09:00:00+08:00\tcoordinator\tcoordinator enrolled CT-001.",
                            "2026-02-01T09:30:00+08:00\tcoordinator\tcoordinator recorded the fact consent of CT-001.",
                            "2026-03-05T08:10:00+08:00\tcoordinator\tcoordinator asked about the lymphodepletion of CT-001 on 2026-03-05: PROCEED.",
                            "2026-03-09T09:00:00+08:00\tinvestigator\tinvestigator authorised the infusion of CT-001 on 2026-03-09 with 3.0e8 cells.",
                            "2026-03-10T00:03:00+08:00\tservice\tThe authorisation of CT-001 for 2026-03-09 lapsed.",
                            "2026-03-10T09:00:00+08:00\tinvestigator\tinvestigator authorised the infusion of CT-001 on 2026-03-10 with 3.0e8 cells.",
                            "2026-03-10T10:15:00+08:00\tcoordinator\tThe authorisation of CT-001 for 2026-03-10 was used.",
                            "2026-03-16T08:10:00+08:00\tcoordinator\tcoordinator asked about the infusion of CT-002 on 2026-03-17: HOLD, earliest 2026-03-24.",
                            "2026-03-16T08:20:00+08:00\tinvestigator\tinvestigator acknowledged the answer HOLD about CT-002.");
            assertThat(trial.get("/api/levels/3.0e8").at("/sentinel/clearsOn").asText())
                    .isEqualTo("2026-03-24");
            assertThat(trial.get("/api/audit/verification").get("whole").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void whatTheReadmeAsksIsAnsweredFromWhatIsKept() {
        try (Service demo = demo(Map.of())) {
            JsonNode answer = Trial.at(demo).decide("CT-002", "INFUSION", LocalDate.parse("2026-03-17"));
            assertThat(answer.get("verdict").asText()).isEqualTo("HOLD");
            assertThat(answer.get("earliest").asText()).isEqualTo("2026-03-24");
            assertThat(answer.at("/criteria/0/reason").asText())
                    .isEqualTo("tofacitinib taken 2025-12 to 2026-03-08: inside 2026-03-03 to 2026-03-17.");
            assertThat(answer.at("/criteria/1/reason").asText())
                    .isEqualTo("The sentinel CT-001 completed on 2026-03-10 and is observed until 2026-03-24.");
        }
    }

    @Test
    void itIsToldOnce() {
        List<String> told = told(Map.of());
        assertThat(told(Map.of())).hasSize(ENTRIES).isEqualTo(told);
    }

    /** In the middle of the first, second, … thing that is written: what was not recorded as a whole is not recorded at all. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 17, 20, 21, 30})
    void aDemoThatEndedWhileItWasPreparedGoesOnAtTheNextStart(int writings) {
        assertThatThrownBy(() -> prepare(Map.of("testing.fails-after", writings)))
                .hasStackTraceContaining("the power is gone");
        assertThat(told(Map.of())).hasSize(ENTRIES).isEqualTo(undisturbed());
    }

    @Test
    void aDemoThatBeginsEarlierHasNotSeenTheRest() {
        List<String> told = told(Map.of("protocol-gate.clock", "2026-03-10T02:00:00Z"));
        assertThat(told.get(told.size() - 1)).startsWith("2026-03-10T10:00");
        assertThat(told.stream().filter(line -> line.contains("was used"))).isEmpty();
        try (Service demo = demo(Map.of())) {
            assertThat(Trial.at(demo)
                            .get("/api/levels/3.0e8")
                            .at("/numbers/treated")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void beforeTheFirstConsentNobodyIsThere() {
        assertThat(told(Map.of("protocol-gate.clock", "2026-01-01T00:00:00Z")))
                .noneMatch(line -> line.contains("CT-00"));
    }

    /** The story as a demo of its own has it. */
    private List<String> undisturbed() {
        try (Service demo = start(new HashMap<>(Database.H2.fresh()), Map.of())) {
            return Trial.at(demo).told(STORY);
        }
    }

    private List<String> told(Map<String, Object> more) {
        try (Service demo = demo(more)) {
            return Trial.at(demo).told(STORY);
        }
    }

    private Service demo(Map<String, Object> more) {
        return start(settings, more);
    }

    private Service start(Map<String, Object> database, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(database);
        all.putAll(more);
        return Service.of(ApplicationContext.run(EmbeddedServer.class, all));
    }

    /** Starts as far as to what comes before anybody is served. */
    private void prepare(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(more);
        try (ApplicationContext context =
                ApplicationContext.builder().properties(all).build()) {
            context.start();
        }
    }

    /** Fails in the transaction of what is written. */
    @Singleton
    @Requires(property = "testing.fails-after")
    static final class Fault implements Consequence {

        private final AtomicInteger left;

        Fault(@Value("${testing.fails-after}") int writings) {
            left = new AtomicInteger(writings);
        }

        @Override
        public void of(Change change, Rulebook rulebook) {
            if (left.getAndDecrement() == 0) {
                throw new IllegalStateException("the power is gone");
            }
        }
    }
}
