package org.protocolgate.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.faults.StudyAsked.assertProblem;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.user.Role;

/** What an address asks for that is not there or is nonsense. */
@ParameterizedClass
@EnumSource(Database.class)
final class BadAddressTest {

    private final StudyAsked study;
    private final Map<String, Long> before;

    BadAddressTest(Database database) {
        study = new StudyAsked(Service.on(database));
        before = study.rows();
    }

    @Test
    void whatIsNotThereIsSaidNotToBe() {
        assertProblem(study.post("/api/facts/" + UUID.randomUUID() + "/corrections", "{'reason': 'x'}"), 404);
        assertProblem(study.service().get(Role.MONITOR, "/api/decisions/" + UUID.randomUUID()), 404);
        assertProblem(study.service().get(Role.MONITOR, "/api/decisions/" + UUID.randomUUID() + "/replay"), 404);
        assertProblem(study.post("/api/facts/17/corrections", "{'reason': 'x'}"), 400, 404);
        assertProblem(study.service().get(Role.MONITOR, "/api/decisions/'%20or%201=1"), 400, 404);
        assertProblem(study.service().get(Role.MONITOR, "/api/decisions/%00/replay"), 400, 404);
    }

    /** Codes that nobody can have. */
    static Stream<String> codes() {
        return Stream.of(
                "%00",
                "CT-301%00",
                "x".repeat(65),
                "x".repeat(3000),
                "Jane%20Roe",
                "%ED%A0%80",
                "%E4%B8%AD",
                "'%20or%20'1'='1",
                "x';drop%20table%20fact;--",
                "%3Cscript%3Ealert(1)%3C%2Fscript%3E");
    }

    @ParameterizedTest
    @MethodSource("codes")
    void aCodeThatIsNoneIsNobodys(String code) {
        String path = "/api/participants/" + code;
        assertProblem(
                study.service().send(Role.COORDINATOR, "PUT", path, StudyAsked.quoted("{'sex': 'MALE'}")), 400, 404);
        assertProblem(study.service().get(Role.MONITOR, path), 404);
        assertProblem(study.service().get(Role.MONITOR, path + "/facts"), 404);
        assertProblem(study.service().get(Role.MONITOR, path + "/decisions"), 404);
        assertProblem(study.post(path + "/facts", "[" + StudyAsked.WEIGHT + "]"), 404);
        assertProblem(study.post(path + "/decisions", "{'gate': 'INFUSION', 'on': '2026-03-10'}"), 404);
        assertProblem(study.post(path + "/voiding", "{'reason': 'x'}"), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"now", "2026-13-01", "%00", "'%20or%201=1", "2026", "0000-01-01", "9999-12-31T23:59:59-18:00"})
    void aMomentThatIsNoneOrLiesAhead(String moment) {
        assertProblem(study.service().get(Role.MONITOR, StudyAsked.FACTS + "?asKnownAt=" + moment), 400, 409);
    }

    @Test
    void noDecisionRestsOnWhatWillBeKnown() {
        assertProblem(
                study.post(
                        StudyAsked.DECISIONS,
                        "{'gate': 'INFUSION', 'on': '2026-03-10', 'asKnownAt': '9999-12-31T10:00:00Z'}"),
                409);
        assertProblem(
                study.post(
                        StudyAsked.DECISIONS,
                        "{'gate': 'INFUSION', 'on': '2026-03-10', 'asKnownAt': '0001-01-01T10:00:00Z'}"),
                404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=many",
                "limit=99999999999",
                "verdict=MAYBE",
                "verdict=%00",
                "level=high",
                "level=1e999999999",
                "level=1e300",
                "level=%00",
                "after=%00",
            })
    void aListIsNotAskedForByNonsense(String parameter) {
        assertProblem(study.service().get(Role.MONITOR, "/api/participants?" + parameter), 400);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(study.rows()).isEqualTo(before);
    }
}
