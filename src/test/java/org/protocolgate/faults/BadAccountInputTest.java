package org.protocolgate.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.faults.StudyAsked.assertProblem;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.user.Role;

/** Logins, signatures and accounts that are none. */
@ParameterizedClass
@EnumSource(Database.class)
final class BadAccountInputTest {

    private final StudyAsked study;
    private final Map<String, Long> before;

    BadAccountInputTest(Database database) {
        study = new StudyAsked(Service.on(database));
        before = study.rows();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{",
                "{'username': null, 'password': null}",
                "{'username': ['x'], 'password': {}}",
                "{'username': 'a\\u0000', 'password': 'b'}",
                "{'username': '\\ud800', 'password': 'b'}",
                "{'username': 'monitor', 'password': '\\ud800'}",
            })
    void aLoginThatIsNone(String sent) {
        assertProblem(study.service().post(null, "/login", StudyAsked.quoted(sent)), 400, 401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{",
                "{'meaning': null, 'digest': null}",
                "{'password': 'only-for-tests', 'meaning': 'a\\u0000', 'digest': 'D'}",
                "{'password': 'only-for-tests', 'meaning': '\\ud800', 'digest': 'D'}",
                "{'password': 'only-for-tests', 'meaning': 5, 'digest': 5}",
            })
    void aSignatureThatIsNone(String sent) {
        String digest = "sha256:" + "0".repeat(64);
        assertProblem(
                study.service()
                        .post(
                                Role.INVESTIGATOR,
                                "/api/signatures",
                                StudyAsked.quoted(sent).replace("\"D\"", "\"" + digest + "\"")),
                400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "{", "{'username': null, 'role': null}", "{'username': 'a\\u0000', 'role': 'KING'}"})
    void anAccountThatIsNone(String sent) {
        assertProblem(study.service().post(Role.ADMIN, "/api/users", StudyAsked.quoted(sent)), 400);
        assertProblem(study.service().post(Role.ADMIN, "/api/password", StudyAsked.quoted(sent)), 400);
        assertProblem(study.service().post(Role.ADMIN, "/api/users/%00/unlock", null), 400, 404);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(study.rows()).isEqualTo(before);
    }
}
