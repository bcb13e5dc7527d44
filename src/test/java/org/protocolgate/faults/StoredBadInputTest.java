package org.protocolgate.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.faults.StudyAsked.assertProblem;
import static org.protocolgate.faults.StudyAsked.assertRefused;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.user.Role;

/** What cannot be taken is refused with every fault in it, and leaves nothing behind. */
@ParameterizedClass
@EnumSource(Database.class)
final class StoredBadInputTest {

    private final StudyAsked study;
    private final Map<String, Long> before;

    StoredBadInputTest(Database database) {
        study = new StudyAsked(Service.on(database));
        before = study.rows();
    }

    /** What is sent as facts, and where the faults in it are. */
    static Stream<String[]> faultyFacts() {
        return Stream.of(
                new String[] {"[", ""},
                new String[] {"null", ""},
                new String[] {"{}", ""},
                new String[] {"[]", ""},
                new String[] {"'x'", ""},
                new String[] {"[" + StudyAsked.WEIGHT + "] x", ""},
                new String[] {"[1]", "/0"},
                new String[] {"[" + StudyAsked.WEIGHT + ", [" + StudyAsked.WEIGHT + "]]", "/1"},
                new String[] {"[{'type': 5}]", "/0/type"},
                new String[] {"[{'type': 'drug', 'type': 'drug'}]", ""},
                new String[] {"[" + StudyAsked.WEIGHT + ", {'type': 'drug', 'dose': 5}]", "/1/dose"},
                new String[] {
                    "[{'type': 'drug', 'id': 'a'}, {'type': 'drug', 'id': 'b'}, {'type': 'drug', 'id': 'a'}]", "/2/id"
                },
                new String[] {
                    "[{'type': 'milestone', 'on': '2026-02-30'}, {'type': 'lab', 'test': 'ALT', 'value': '5', 'on': '2026'}, {'typ': 1}]",
                    "/0/kind /0/on /1/value /2/type"
                },
                new String[] {
                    "[{'type': 'drug', 'dailyDose': {'value': 1e999999999, 'unit': 'mg'}, 'source': {'system': 5}}]",
                    "/0/dailyDose/value /0/source/system"
                },
                new String[] {"[{'type': 'drug', 'id': '" + "x".repeat(201) + "'}]", "/0/id"},
                new String[] {"[{'type': 'drug', 'name': '" + "x".repeat(100_001) + "'}]", "/0"},
                new String[] {"[{'type': 'doseAssignment', 'on': '2026-02-10', 'level': '1e300'}]", "/0/level"},
                new String[] {
                    "[{'type': 'doseAssignment', 'on': '2026-02-10', 'level': '" + "9".repeat(100) + "'}]", "/0/level"
                },
                new String[] {"[{'type': 'drug', 'name': 'a\\u0000b'}]", "/0/name"},
                new String[] {"[{'type': 'drug', 'id': 'a\\u0000'}]", "/0/id"},
                new String[] {"[{'type': 'drug', 'name': '\\ud800'}]", "/0/name"},
                new String[] {
                    "[{'type': 'drug', 'name': 'a\\udc00b'}, {'type': 'drug', 'id': '\\udbff'}]", "/0/name /1/id"
                },
                new String[] {"[{'type': 'drug', 'na\\ud800me': 'a'}]", ""},
                new String[] {"[{'\\ud83d\\ude00': 1, '\\ud83d\\ude00': 2}]", ""},
                new String[] {"[{'type': 'drug', 'na\\u0000me': 'a'}]", "/0"},
                new String[] {"[".repeat(1000) + "]".repeat(1000), ""},
                new String[] {
                    "[{'type': 'drug', 'code': " + "{'code': ".repeat(1000) + "5" + "}".repeat(1000) + "}]", ""
                });
    }

    @ParameterizedTest
    @MethodSource
    void faultyFacts(String sent, String pointers) throws Exception {
        assertRefused(study.post(StudyAsked.FACTS, sent), pointers);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{} | /gate /on",
                "[] | \"\"",
                "{'gate': 'HEAVEN', 'on': '2026-03'} | /gate /on",
                "{'gate': 5, 'on': 5, 'at': 1} | /gate /on /at",
                "{'gate': 'INFUSION', 'on': '2026-02-30'} | /on",
                "{'gate': 'INFUSION', 'on': '2026-03-10', 'asKnownAt': 'now'} | /asKnownAt",
                "{'gate': 'INFUSION', 'on': '2026-03-10', 'asKnownAt': '2026-03'} | /asKnownAt",
                "{'gate': 'INFUSION', 'on': '2026-03-10\\u0000'} | /on",
            })
    void faultyQuestions(String sent, String pointers) throws Exception {
        assertRefused(study.post(StudyAsked.DECISIONS, sent), pointers);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{} | /sex",
                "{'sex': 'X', 'birthDate': 'May', 'name': 'Roe'} | /sex /birthDate /name",
                "{'sex': 'MALE', 'reason': 'a\\u0000'} | /reason",
                "{'sex': 'MALE', 'reason': 5} | /reason",
                "{'sex': 'MALE', 'id': 'CT-302'} | /id",
            })
    void faultyParticipants(String sent, String pointers) throws Exception {
        assertRefused(study.put("CT-399", sent), pointers);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{} | /reason",
                "{'reason': ' '} | /reason",
                "{'reason': 'a\\u0000'} | /reason",
                "{'reason': '\\ud800'} | /reason",
                "{'reason': 'x', 'replacement': {'type': 'lab', 'test': 'ALT', 'on': 'x'}, 'why': 1} | /replacement /replacement/on /why",
            })
    void faultyCorrections(String sent, String pointers) throws Exception {
        assertRefused(study.post("/api/facts/" + study.fact() + "/corrections", sent), pointers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "k201"})
    void aKeyIsATextOfUpTo200Letters(String key) {
        String sent = key.equals("k201") ? "k".repeat(201) : key;
        assertProblem(
                study.service()
                        .send(study.request("POST", StudyAsked.FACTS, "[" + StudyAsked.WEIGHT + "]")
                                .header("Idempotency-Key", sent)),
                400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
    void anotherContentTypeIsNotRead(String type) {
        for (String path :
                List.of(StudyAsked.FACTS, StudyAsked.DECISIONS, "/api/facts/" + study.fact() + "/corrections")) {
            assertProblem(
                    study.service()
                            .send(study.service()
                                    .request(Role.COORDINATOR, path)
                                    .header("Content-Type", type)
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            StudyAsked.quoted("[" + StudyAsked.WEIGHT + "]")))),
                    415);
        }
    }

    @Test
    void moreThanTenMegabytesAreNotRead() {
        String sent = "[" + StudyAsked.WEIGHT + " ".repeat(10 * 1024 * 1024 - StudyAsked.WEIGHT.length() - 1) + "]";
        assertThat(sent).hasSize(10 * 1024 * 1024 + 1);
        assertProblem(study.post(StudyAsked.FACTS, sent), 413);
        assertProblem(study.post(StudyAsked.DECISIONS, sent), 413);
        assertProblem(study.put("CT-399", sent), 413);
    }

    @Test
    void aBodyThatIsMissingOrNoText() {
        assertProblem(study.post(StudyAsked.FACTS, ""), 400);
        assertProblem(study.post(StudyAsked.DECISIONS, ""), 400);
        for (byte[] sent : List.of(
                new byte[] {'[', (byte) 0xED, (byte) 0xA0, (byte) 0x80, ']'},
                new byte[] {'[', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ']'},
                new byte[] {'[', '"', (byte) 0xFF, (byte) 0xFE, '"', ']'},
                new byte[] {0, 0, 0, 0},
                new byte[] {(byte) 0x89, 'P', 'N', 'G'})) {
            assertProblem(
                    study.service()
                            .send(study.service()
                                    .request(Role.COORDINATOR, StudyAsked.FACTS)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(sent))),
                    400);
        }
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(study.rows()).isEqualTo(before);
    }
}
