package org.protocolgate.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.alert.Severity;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** The list of participants, from what is kept. It is 12:00 at the site on 2026-03-10. */
@ParameterizedClass
@EnumSource(Database.class)
class TodayTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final String BARICITINIB =
            "[{\"type\": \"drug\", \"name\": \"baricitinib\", \"end\": \"2026-03-08\"}]";

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
    void end() {
        service.close();
    }

    @Test
    void theMostUrgentComesFirstAndWhatStandsInTheWayIsSaid() {
        trial.enrol("CT-301");
        trial.enrolReady("CT-302", TODAY, "3.0e8");
        trial.decide("CT-302", "INFUSION", TODAY);
        trial.record("CT-302", BARICITINIB);
        TodayScreen.Page page = page(1);
        assertThat(page.participants()).isEqualTo(2);
        TodayScreen.Row first = page.rows().get(0);
        assertThat(first.participant()).isEqualTo("CT-302");
        assertThat(first.worst()).isEqualTo(Severity.STOP);
        assertThat(first.last()).isNotNull();
        assertThat(first.last().verdict()).isEqualTo("PROCEED");
        assertThat(first.overturned()).isTrue();
        assertThat(first.changed()).isTrue();
        assertThat(first.blocks()).anyMatch(alert -> alert.text().contains("baricitinib"));
        assertThat(page.rows().get(1).last()).isNull();
    }

    @Test
    void anAnswerIsNewUntilSomethingIsRecorded() {
        trial.enrolReady("CT-303", TODAY, "3.0e8");
        trial.decide("CT-303", "INFUSION", TODAY.plusDays(2));
        assertThat(page(1).rows().get(0).changed()).isFalse();
        assertThat(page(1).rows().get(0).collect()).isNotEmpty();
        trial.correct(
                trial.get("/api/participants/CT-303/facts").at("/0/id").asText(), "{\"reason\": \"entered twice\"}");
        assertThat(page(1).rows().get(0).changed()).isTrue();
    }

    @Test
    void theLevelIsThatOfTheLastAssignmentThatCounts() {
        trial.enrolReady("CT-304", TODAY, "3.0e8");
        trial.record(
                "CT-304",
                "[{\"type\": \"doseAssignment\", \"level\": \"4.5e8\", \"cohort\": \"A\", \"on\": \"2026-03-10\"}]");
        assertThat(page(1).rows().get(0).level()).isEqualTo("4.5e8");
    }

    @Test
    void thoseUnderAWrongCodeAreLeftOutAndPagesAreAsLongAsTheyAre() {
        for (int i = 100; i < 152; i++) {
            trial.enrol("CT-4-" + i);
        }
        Trial.expect(
                trial.send(
                        Role.COORDINATOR, "POST", "/api/participants/CT-4-100/voiding", "{\"reason\": \"misspelt\"}"),
                200);
        assertThat(page(1).rows()).hasSize(50);
        assertThat(page(1).pages()).isEqualTo(2);
        assertThat(page(2).rows()).extracting(TodayScreen.Row::participant).containsExactly("CT-4-151");
        assertThat(page(9).number()).isEqualTo(2);
        assertThat(page(-1).number()).isEqualTo(1);
    }

    private TodayScreen.Page page(int number) {
        return service.bean(TodayScreen.class).page(number, Locale.ENGLISH);
    }
}
