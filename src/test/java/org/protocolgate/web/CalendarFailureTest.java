package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.protocolgate.rulebook.FailingRules;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** A participant whose evaluation fails is missing in nobody's calendar without a word. */
class CalendarFailureTest {

    @TempDir
    Path rules;

    @Test
    void theCalendarSaysWhoseDaysAreMissingAndHasTheOthers() throws Exception {
        FailingRules.copyTo(rules);
        Map<String, Object> settings = Map.of("testing.clock", "set", "protocol-gate.rules", rules.toString());
        try (Service service = Service.start(Database.H2, settings)) {
            Trial trial = Trial.at(service);
            LocalDate today = LocalDate.parse("2026-03-10");
            trial.enrolReady("CT-1", today, "3.0e8");
            trial.reach("CT-1", "INFUSION_PLANNED", "2026-03-18");
            trial.record("CT-1", "[{\"type\": \"drug\", \"on\": \"2020\"}]");
            trial.enrolReady("CT-2", today, "3.0e8");
            trial.reach("CT-2", "INFUSION_PLANNED", "2026-03-18");
            String token = Service.json(service.post(Role.MONITOR, "/api/calendar/token", null))
                    .get("token")
                    .asText();
            String calendar =
                    service.get(null, "/api/calendar.ics?token=" + token).body();
            assertThat(calendar)
                    .contains(
                            "CT-1/FAILED@",
                            "CT-1: could not be evaluated",
                            "CT-1/PLANNED/INFUSION@",
                            "CT-2/PLANNED/INFUSION@",
                            "CT-2/EXC-14/DUE/INFUSION@")
                    .doesNotContain("CT-1/EXC", "CT-2/FAILED");
        }
    }
}
