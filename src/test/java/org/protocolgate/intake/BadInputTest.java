package org.protocolgate.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.protocolgate.rulebook.TestRules;

/** What is refused, where the fault is said to be, and that all faults are said at once. */
class BadInputTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String QUESTION = """
            {"gate": "INFUSION", "on": "2026-03-10", "participant": {"id": "CT-900", "sex": "MALE"}, "facts": [%s]}""";

    private static final String COHORT = """
            {"gate": "INFUSION", "on": "2026-03-10", "participant": {"id": "CT-900", "sex": "MALE"}, "facts": [], "cohort": %s}""";

    /** A fact, and the pointer inside it at which a fault has to be named. */
    static Stream<String[]> faultyFacts() {
        return Stream.of(
                new String[] {"{}", "/type"},
                new String[] {"{'type': 'dragon'}", "/type"},
                new String[] {"{'type': 'milestone', 'on': '2026'}", "/kind"},
                new String[] {"{'type': 'milestone', 'kind': 'BIRTHDAY', 'on': '2026'}", "/kind"},
                new String[] {"{'type': 'milestone', 'kind': 'WITHDRAWN'}", "/on"},
                new String[] {"{'type': 'consent'}", "/on"},
                new String[] {"{'type': 'consent', 'on': ' '}", "/on"},
                new String[] {"{'type': 'agreement', 'kind': 'NO_EGG_DONATION', 'on': '2026'}", "/given"},
                new String[] {"{'type': 'agreement', 'given': true, 'on': '2026'}", "/kind"},
                new String[] {"{'type': 'agreement', 'kind': 'NO_EGG_DONATION', 'given': 'yes', 'on': '2026'}", "/given"
                },
                new String[] {"{'type': 'agreement', 'kind': 'NO_EGG_DONATION', 'given': true}", "/on"},
                new String[] {"{'type': 'drug', 'route': 'BY_MOUTH'}", "/route"},
                new String[] {"{'type': 'drug', 'dose': 5}", "/dose"},
                new String[] {"{'type': 'drug', 'code': {'system': 'SNOMED', 'value': '1'}}", "/code/system"},
                new String[] {"{'type': 'drug', 'code': 'H02AB07'}", "/code"},
                new String[] {"{'type': 'drug', 'dailyDose': {'value': -1, 'unit': 'mg'}}", "/dailyDose/value"},
                new String[] {"{'type': 'drug', 'dailyDose': {'value': '5', 'unit': 'mg'}}", "/dailyDose/value"},
                new String[] {"{'type': 'drug', 'dailyDose': {'value': 1e999999999}}", "/dailyDose/value"},
                new String[] {"{'type': 'drug', 'dailyDose': {'value': 1e-999999999}}", "/dailyDose/value"},
                new String[] {"{'type': 'drug', 'classifiedAs': ['STEROID']}", "/classifiedAs/0"},
                new String[] {"{'type': 'drug', 'classifiedAs': 'BIOLOGIC'}", "/classifiedAs"},
                new String[] {"{'type': 'drug', 'classifiedAs': ['NONE', 'BIOLOGIC']}", "/classifiedAs"},
                new String[] {"{'type': 'drug', 'start': '2026-03-02', 'end': '2026-03-01'}", "/end"},
                new String[] {"{'type': 'drug', 'start': '2026-03', 'end': '2026-02'}", "/end"},
                new String[] {
                    "{'type': 'drug', 'start': '2026-03-02', 'end': '2026-03-03', 'ongoing': true}", "/ongoing"
                },
                new String[] {"{'type': 'drug', 'on': '2026-03-02', 'start': '2026-03-02'}", "/on"},
                new String[] {"{'type': 'drug', 'on': '2026-03-02', 'end': '2026-03-02'}", "/on"},
                new String[] {"{'type': 'drug', 'on': '2026-03-02', 'ongoing': true}", "/ongoing"},
                new String[] {"{'type': 'drug', 'start': '2026-02-30'}", "/start"},
                new String[] {"{'type': 'drug', 'start': '2026-13'}", "/start"},
                new String[] {"{'type': 'drug', 'start': '26-01-01'}", "/start"},
                new String[] {"{'type': 'drug', 'start': 2026}", "/start"},
                new String[] {"{'type': 'drug', 'start': '2026-03-01T25:00'}", "/start"},
                new String[] {"{'type': 'drug', 'start': '2026-03-01 10:00'}", "/start"},
                new String[] {"{'type': 'drug', 'start': '2026-03-01T10:00+25:00'}", "/start"},
                new String[] {"{'type': 'lab', 'value': 1, 'on': '2026'}", "/test"},
                new String[] {"{'type': 'lab', 'test': 'HCG_URINE', 'result': 'NEGATIVE', 'on': '2026'}", "/test"},
                new String[] {"{'type': 'lab', 'test': 'ALT', 'on': '2026'}", ""},
                new String[] {"{'type': 'lab', 'test': 'ALT', 'value': 5}", "/on"},
                new String[] {"{'type': 'lab', 'test': 'HIV', 'value': 5, 'on': '2026'}", "/result"},
                new String[] {"{'type': 'lab', 'test': 'HCV_RNA', 'value': 5, 'on': '2026'}", "/result"},
                new String[] {"{'type': 'lab', 'test': 'ANA', 'result': 'MAYBE', 'on': '2026'}", "/result"},
                new String[] {"{'type': 'lab', 'test': 'ALT', 'value': 'NaN', 'on': '2026'}", "/value"},
                new String[] {"{'type': 'lab', 'test': 'ALT', 'value': -5, 'on': '2026'}", "/value"},
                new String[] {"{'type': 'lab', 'test': 'ALT', 'value': 5, 'upperLimit': 0, 'on': '2026'}", "/upperLimit"
                },
                new String[] {
                    "{'type': 'lab', 'test': 'CREATININE', 'value': 0, 'unit': 'mg/dL', 'on': '2026'}", "/value"
                },
                new String[] {"{'type': 'lab', 'test': 'OTHER', 'value': 101, 'unit': '%', 'on': '2026'}", "/value"},
                new String[] {"{'type': 'vital', 'kind': 'SPO2', 'value': 101, 'on': '2026'}", "/value"},
                new String[] {"{'type': 'vital', 'kind': 'LVEF', 'value': 101, 'unit': '%', 'on': '2026'}", "/value"},
                new String[] {"{'type': 'vital', 'kind': 'WEIGHT', 'value': 0, 'unit': 'kg', 'on': '2026'}", "/value"},
                new String[] {"{'type': 'vital', 'kind': 'PULSE', 'value': 60, 'on': '2026'}", "/kind"},
                new String[] {"{'type': 'vital', 'kind': 'WEIGHT', 'value': 60}", "/on"},
                new String[] {"{'type': 'condition', 'on': '2026'}", "/kind"},
                new String[] {"{'type': 'condition', 'kind': 'FEVER'}", "/kind"},
                new String[] {"{'type': 'condition', 'kind': 'BLEEDING', 'grade': 2.5}", "/grade"},
                new String[] {"{'type': 'condition', 'kind': 'BLEEDING', 'grade': 6}", "/grade"},
                new String[] {"{'type': 'condition', 'kind': 'HEART_FAILURE', 'nyhaClass': 5}", "/nyhaClass"},
                new String[] {"{'type': 'condition', 'kind': 'HEART_FAILURE', 'nyhaClass': 0}", "/nyhaClass"},
                new String[] {
                    "{'type': 'condition', 'kind': 'LUPUS_NEPHRITIS', 'histologicalClass': 'VII'}", "/histologicalClass"
                },
                new String[] {"{'type': 'condition', 'kind': 'OTHER', 'controlled': 'no'}", "/controlled"},
                new String[] {"{'type': 'procedure', 'on': '2026'}", "/kind"},
                new String[] {"{'type': 'procedure', 'kind': 'TATTOO'}", "/kind"},
                new String[] {"{'type': 'vaccination', 'kind': 'HOMEOPATHIC'}", "/kind"},
                new String[] {"{'type': 'allergy', 'severity': 'BAD'}", "/severity"},
                new String[] {"{'type': 'contraception', 'method': 'HOPE'}", "/method"},
                new String[] {"{'type': 'assessment', 'on': '2026'}", "/kind"},
                new String[] {"{'type': 'assessment', 'kind': 'SLEDAI_2K', 'total': 5}", "/on"},
                new String[] {"{'type': 'assessment', 'kind': 'SLEDAI_2K', 'items': [5], 'on': '2026'}", "/items/0"},
                new String[] {"{'type': 'assessment', 'kind': 'SLEDAI_2K', 'items': 'RASH', 'on': '2026'}", "/items"},
                new String[] {
                    "{'type': 'assessment', 'kind': 'ORGAN_INVOLVEMENT', 'organs': ['LIVER'], 'on': '2026'}",
                    "/organs/0"
                },
                new String[] {"{'type': 'studyParticipation', 'halfLifeDays': -1}", "/halfLifeDays"},
                new String[] {"{'type': 'studyParticipation', 'lastDose': 'yesterday'}", "/lastDose"},
                new String[] {"{'type': 'judgement', 'excludes': false, 'on': '2026'}", "/criterion"},
                new String[] {"{'type': 'judgement', 'criterion': 'EXC-19', 'excludes': false}", "/on"},
                new String[] {"{'type': 'review', 'on': '2026'}", "/topic"},
                new String[] {"{'type': 'review', 'topic': 'WEATHER', 'on': '2026'}", "/topic"},
                new String[] {"{'type': 'review', 'topics': ['WEATHER'], 'on': '2026'}", "/topics/0"},
                new String[] {"{'type': 'review', 'topic': 'MEDICATION'}", "/on"},
                new String[] {"{'type': 'doseAssignment', 'level': 3.0e8, 'on': '2026'}", "/level"},
                new String[] {"{'type': 'doseAssignment', 'level': 'three', 'on': '2026'}", "/level"},
                new String[] {"{'type': 'doseAssignment', 'level': '-3.0e8', 'on': '2026'}", "/level"},
                new String[] {"{'type': 'doseAssignment', 'level': '3e999', 'on': '2026'}", "/level"},
                new String[] {"{'type': 'doseAssignment', 'phase': 'THIRD', 'on': '2026'}", "/phase"},
                new String[] {"{'type': 'doseAssignment', 'plannedCells': 0, 'on': '2026'}", "/plannedCells"},
                new String[] {"{'type': 'doseAssignment', 'level': '3.0e8'}", "/on"},
                new String[] {"{'type': 'event', 'on': '2026'}", "/kind"},
                new String[] {"{'type': 'event', 'kind': 'EGG_DONATION'}", "/on"},
                new String[] {"{'type': 'dltAssessment', 'dlt': false}", "/on"},
                new String[] {"{'type': 'dltAssessment', 'earlyCompletion': 'BORED', 'on': '2026'}", "/earlyCompletion"
                },
                new String[] {"{'type': 'safetyReview', 'significantRisk': false}", "/on"},
                new String[] {"{'type': 'adverseEvent', 'grade': 7}", "/grade"},
                new String[] {
                    "{'type': 'consent', 'on': '2026', 'source': {'system': 'EHR', 'key': '1'}}", "/source/key"
                },
                new String[] {"{'type': 'consent', 'on': '2026', 'id': 5}", "/id"},
                new String[] {"{'type': 'consent', 'on': '2026', 'Kind': 'x'}", "/Kind"},
                new String[] {"5", ""});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultyFacts")
    void aFaultyFactIsRefusedAtItsPlace(String fact, String pointer) {
        assertThat(pointers(QUESTION.formatted(fact.replace('\'', '"')))).contains("/facts/0" + pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'level': 3.0e8} | /level",
                "{'level': '3.0e8x'} | /level",
                "{'phase': 'LATE'} | /phase",
                "{'decisions': [{'kind': 'OPEN', 'on': '2026-03-01'}]} | /decisions/0/level",
                "{'decisions': [{'kind': 'SHUT', 'level': '3.0e8', 'on': '2026-03-01'}]} | /decisions/0/kind",
                "{'decisions': [{'level': '3.0e8', 'on': '2026-03-01'}]} | /decisions/0/kind",
                "{'decisions': [{'kind': 'OPEN', 'level': '3.0e8', 'on': '2026-03'}]} | /decisions/0/on",
                "{'members': [{'participant': 'CT-1'}]} | /members/0/level",
                "{'members': [{'participant': 'CT-1', 'level': 3}]} | /members/0/level",
                "{'members': [{'participant': 'CT-1', 'level': '3', 'infusionStarted': '2026'}]} | /members/0/infusionStarted",
                "{'members': [{'participant': 'CT-1', 'level': '3', 'infusionCompleted': '2026-03'}]} | /members/0/infusionCompleted",
                "{'members': [{'participant': 'CT-1', 'level': '3', 'authorisedFor': 'soon'}]} | /members/0/authorisedFor",
                "{'members': [{'participant': 'CT-1', 'level': '3', 'safetyReviews': [{'on': '2026-03'}]}]} | /members/0/safetyReviews/0/on",
                "{'members': [{'participant': 'CT-1', 'level': '3', 'dltAssessments': [{'dlt': true}]}]} | /members/0/dltAssessments/0/on",
                "{'members': [{'participant': 'CT-1', 'level': '3', 'weight': 5}]} | /members/0/weight",
                "{'members': {}} | /members",
                "{'extra': 1} | /extra",
                "[] | ''"
            })
    void aFaultyCohortIsRefusedAtItsPlace(String cohort, String pointer) {
        assertThat(pointers(COHORT.formatted(cohort.replace('\'', '"')))).contains("/cohort" + pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "gate,,/gate",
        "gate,BIRTH,/gate",
        "on,,/on",
        "on,2026-03,/on",
        "on,2026,/on",
        "on,soon,/on",
        "on,2026-02-30,/on",
        "asOf,2026-03,/asOf",
        "asOf,now,/asOf",
        "protocolVersion,9.9,/protocolVersion",
        "study,NCT00000000,/study",
        "participant,,/participant",
        "participant,CT-1,/participant",
        "facts,,/facts",
        "facts,none,/facts",
        "extra,1,/extra"
    })
    void aFaultyQuestionIsRefusedAtItsPlace(String key, String value, String pointer) throws Exception {
        ObjectNode question = (ObjectNode) JSON.readTree(QUESTION.formatted(""));
        if (value == null) {
            question.remove(key);
        } else {
            question.put(key, value);
        }
        assertThat(pointers(question.toString())).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "id,,/participant/id",
        "id,' ',/participant/id",
        "sex,,/participant/sex",
        "sex,OTHER,/participant/sex",
        "birthDate,1990-13,/participant/birthDate",
        "childbearingPotential,PERHAPS,/participant/childbearingPotential",
        "fertile,yes,/participant/fertile",
        "name,CT,/participant/name"
    })
    void aFaultyParticipantIsRefusedAtItsPlace(String key, String value, String pointer) throws Exception {
        ObjectNode question = (ObjectNode) JSON.readTree(QUESTION.formatted(""));
        ((ObjectNode) question.get("participant")).put(key, value);
        assertThat(pointers(question.toString())).containsExactly(pointer);
    }

    @Test
    void twoFactsWithOneIdAreRefused() {
        String twice = "{'type': 'consent', 'on': '2026', 'id': 'a'}, {'type': 'consent', 'on': '2026', 'id': 'a'}";
        assertThat(pointers(QUESTION.formatted(twice.replace('\'', '"')))).containsExactly("/facts/1/id");
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        assertThat(pointers("{'gate': 'X', 'facts': [{'type': 'lab', 'foo': 1}, {'type': 'drug', 'start': '20'}]}"
                        .replace('\'', '"')))
                .contains(
                        "/gate",
                        "/on",
                        "/participant",
                        "/facts/0/test",
                        "/facts/0/on",
                        "/facts/0/foo",
                        "/facts/1/start");
    }

    @Test
    void aKeyWithASlashKeepsThePointerReadable() {
        assertThat(pointers(QUESTION.formatted("").replace("\"gate\"", "\"a/b~c\": 1, \"gate\"")))
                .containsExactly("/a~1b~0c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "null",
                "[]",
                "5",
                "{\"gate\": \"INFUSION\"} x",
                "{\"gate\": \"A\", \"gate\": \"B\"}",
                "{'gate': 1}"
            })
    void whatIsNoJsonObjectIsRefused(String text) {
        assertThat(violations(text)).hasSizeGreaterThanOrEqualTo(1);
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        byte[] latin = QUESTION.formatted("{\"type\": \"drug\", \"name\": \"pr\u00e9dnisone\"}")
                .getBytes(StandardCharsets.ISO_8859_1);
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> Request.read(latin, TestRules.rulebook()));
        assertThat(refused.violations()).hasSize(1);
    }

    @Test
    void depthWithoutEndIsRefused() {
        assertThat(violations("[".repeat(100_000))).hasSize(1);
        assertThat(violations(QUESTION.formatted("{\"type\": ".repeat(1_000) + "1" + "}".repeat(1_000))))
                .hasSize(1);
    }

    @Test
    void theExampleOfEachTypeIsTaken() throws Exception {
        String facts = """
                {"id": "f2", "type": "milestone", "kind": "LYMPHODEPLETION_PLANNED", "on": "2026-03-05T08:30"},
                {"id": "f4", "type": "consent", "on": "2026-02-01", "withdrawnOn": null, "protocolVersion": "1.0"},
                {"id": "f5", "type": "agreement", "kind": "HIGHLY_EFFECTIVE_CONTRACEPTION", "given": true, "on": "2026-02-01"},
                {"id": "f6", "type": "drug", "code": {"system": "ATC", "value": "H02AB07"}, "name": "prednisone", "route": "ORAL",
                 "dailyDose": {"value": 10, "unit": "mg"}, "start": "2025-06", "end": "2026-02-20", "ongoing": false, "indication": null},
                {"id": "f7", "type": "lab", "test": "ALT", "value": 31, "unit": "U/L", "upperLimit": 40, "on": "2026-02-03T09:00"},
                {"id": "f9", "type": "vital", "kind": "SPO2", "value": 97, "unit": "%", "onRoomAir": true, "on": "2026-02-03T01:00Z"},
                {"id": "f10", "type": "condition", "kind": "SLE", "start": "2021", "end": null, "ongoing": true},
                {"id": "f11", "type": "procedure", "kind": "HEMODIALYSIS", "on": "2026-01-02", "reason": null, "planned": false},
                {"id": "f12", "type": "vaccination", "kind": "INACTIVATED", "name": "influenza", "on": "2025-11"},
                {"id": "f13", "type": "allergy", "substance": "DMSO", "severity": "MODERATE", "on": "2015"},
                {"id": "f14", "type": "contraception", "method": "IUD", "start": "2026-01-15", "ongoing": true},
                {"id": "f15", "type": "assessment", "kind": "SLEDAI_2K", "total": 9, "items": ["ARTHRITIS", "NEW_ITEM"], "on": "2026-02-03"},
                {"id": "f18", "type": "studyParticipation", "study": "NCT00000000", "start": "2025-01-10", "lastDose": "2025-06-01",
                 "halfLifeDays": 20, "noProduct": false},
                {"id": "f19", "type": "judgement", "criterion": "EXC-22", "excludes": false, "by": "investigator", "on": "2026-02-04"},
                {"id": "f20", "type": "review", "topic": "MEDICATION", "on": "2026-02-05"},
                {"id": "f21", "type": "doseAssignment", "level": "3.0e8", "cohort": "A", "phase": "ESCALATION", "plannedCells": 3.0e8, "on": "2026-02-10"},
                {"id": "f22", "type": "event", "kind": "EGG_DONATION", "on": "2026-09-01", "source": {"system": "EDC", "id": "7", "version": "2"}},
                {"id": "f23", "type": "dltAssessment", "dlt": false, "earlyCompletion": null, "on": "2026-04-07"},
                {"id": "f24", "type": "safetyReview", "significantRisk": false, "by": "investigator", "on": "2026-03-24"},
                {"id": "f25", "type": "adverseEvent", "term": "Cytokine release syndrome", "grade": 1, "start": "2026-03-12", "end": "2026-03-14"}""";
        String question = QUESTION.formatted(facts);
        Request request = Request.read(question.getBytes(StandardCharsets.UTF_8), TestRules.rulebook());
        ArrayNode sent = (ArrayNode) JSON.readTree(question).get("facts");
        assertThat(request.dossier().facts()).extracting(fact -> fact.ref()).containsExactlyElementsOf(ids(sent));
        assertThat(FactsIn.TYPES.keySet()).containsExactlyInAnyOrderElementsOf(types(sent));
    }

    private static List<String> ids(ArrayNode facts) {
        return values(facts, "id");
    }

    private static List<String> types(ArrayNode facts) {
        return values(facts, "type").stream().distinct().toList();
    }

    private static List<String> values(ArrayNode facts, String key) {
        return Stream.iterate(0, i -> i + 1)
                .limit(facts.size())
                .map(facts::get)
                .map((JsonNode f) -> f.get(key).asText())
                .toList();
    }

    private static List<String> pointers(String question) {
        return violations(question).stream().map(Violation::pointer).toList();
    }

    private static List<Violation> violations(String question) {
        RefusedException refused = catchThrowableOfType(
                RefusedException.class,
                () -> Request.read(question.getBytes(StandardCharsets.UTF_8), TestRules.rulebook()));
        assertThat(refused).as("the question was taken: " + question).isNotNull();
        return refused.violations();
    }
}
