package org.protocolgate.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.protocolgate.asking.Answering;
import org.protocolgate.audit.StoredVerification;
import org.protocolgate.rulebook.Baseline;
import org.protocolgate.testing.Database;

/** What is kept of participants: never overwritten, known as of any moment, and decided on as if it had been sent. */
@ParameterizedClass
@EnumSource(Database.class)
record StudyTest(Database database) {

    private static Study study;

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        study = new Study(database, Map.of());
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        study.close();
    }

    @BeforeEach
    void noon() {
        study.clock().set("2026-03-10T04:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCREENING", "LYMPHODEPLETION", "INFUSION"})
    void aStoredDossierIsAnsweredAsOneThatIsSent(String gate) throws Exception {
        ObjectNode question = Baseline.question(gate);
        String code = study.enrol(question.get("participant"));
        study.record(code, question.get("facts"));
        JsonNode stored = study.decide(code, gate, "2026-03-10");
        JsonNode sent = Study.JSON.readTree(study.get(io.micronaut.json.JsonMapper.class)
                .writeValueAsString(study.get(Answering.class).answer(Study.bytes(question), Locale.ENGLISH)));
        assertThat(statuses(stored)).isEqualTo(statuses(sent));
        assertThat(verdict(stored)).isEqualTo(verdict(sent));
    }

    @Test
    void evidenceNamesTheFactsByTheirStoredIdentifiers() throws Exception {
        ObjectNode question = Baseline.question("INFUSION");
        String code = study.enrol(question.get("participant"));
        study.record(code, question.get("facts"));
        UUID drug = study.record(code, "[" + BARICITINIB + "]").get("b");
        JsonNode decision = study.decide(code, "INFUSION", "2026-03-10");
        assertThat(decision.get("verdict").asText()).isEqualTo("HOLD");
        assertThat(decision.get("earliest").asText()).isEqualTo("2026-03-16");
        assertThat(decision.at("/criteria/0/id").asText()).isEqualTo("EXC-13");
        assertThat(decision.at("/criteria/0/evidence").toString()).contains(drug.toString());
    }

    @Test
    void aCorrectionCountsFromNowOnAndTheOldFactStaysVisible() throws Exception {
        ObjectNode question = Baseline.question("INFUSION");
        String code = study.enrol(question.get("participant"));
        study.record(code, question.get("facts"));
        UUID wrong = study.record(code, "[" + BARICITINIB + "]").get("b");
        study.clock().pass(Duration.ofMinutes(10));
        CorrectionView correction = study.correct(wrong, """
                {"reason": "misread", "replacement":
                    {"type": "drug", "name": "baricitinib", "start": "2025-06", "end": "2026-02-01"}}""");
        study.clock().pass(Duration.ofMinutes(10));

        assertThat(verdict(study.decide(code, "INFUSION", "2026-03-10"))).isEqualTo("PROCEED");
        assertThat(verdict(study.decide(code, asKnownAt("2026-03-10T12:05+08:00"))))
                .isEqualTo("HOLD");
        assertThat(verdict(study.decide(code, asKnownAt("2026-03-10T12:15+08:00"))))
                .isEqualTo("PROCEED");

        FactView old = study.known(code, null).stream()
                .filter(fact -> fact.id().equals(wrong))
                .findFirst()
                .orElseThrow();
        assertThat(old.state()).isEqualTo(FactView.State.SUPERSEDED);
        assertThat(old.correction()).isEqualTo(correction);
        assertThat(old.correction().reason()).isEqualTo("misread");
        assertThat(study.known(code, "2026-03-10T12:05+08:00"))
                .allMatch(fact -> fact.state() == FactView.State.CURRENT)
                .noneMatch(fact -> fact.id().equals(correction.replacement()));
    }

    @Test
    void aDossierThatIsTakenAwayIsAnsweredAlikeWhenItIsSentBack() throws Exception {
        ObjectNode question = Baseline.question("INFUSION");
        String code = study.enrol(question.get("participant"));
        study.record(code, question.get("facts"));
        study.clock().pass(Duration.ofMinutes(1));
        UUID drug = study.record(code, "[" + BARICITINIB + "]").get("b");
        study.correct(drug, "{\"reason\": \"another participant's\"}");
        FactBook facts = study.get(FactBook.class);
        ObjectNode now = (ObjectNode) Study.JSON.readTree(facts.dossier(code, null, Study.COORDINATOR));
        assertThat(now.get("facts")).hasSize(question.get("facts").size());
        assertThat(Study.JSON.readTree(facts.dossier(code, "2026-03-10T12:00:30+08:00", Study.COORDINATOR)))
                .isEqualTo(now);
        now.put("gate", "INFUSION").put("on", "2026-03-10").put("asOf", "2026-03-10T12:00");
        now.set("cohort", question.get("cohort"));
        JsonNode sent = Study.JSON.readTree(study.get(io.micronaut.json.JsonMapper.class)
                .writeValueAsString(study.get(Answering.class).answer(Study.bytes(now), Locale.ENGLISH)));
        assertThat(verdict(sent)).isEqualTo("PROCEED");
    }

    @Test
    void aFactIsCorrectedOnceAndThenItsReplacement() throws Exception {
        String code = study.enrol(Baseline.question("INFUSION").get("participant"));
        UUID drug = study.record(code, "[" + BARICITINIB + "]").get("b");
        study.correct(drug, "{\"reason\": \"another participant's\"}");
        assertThat(study.known(code, null))
                .singleElement()
                .satisfies(fact -> assertThat(fact.state()).isEqualTo(FactView.State.WITHDRAWN));
        assertThatThrownBy(() -> study.correct(drug, "{\"reason\": \"again\"}")).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> study.correct(UUID.randomUUID(), "{\"reason\": \"no such fact\"}"))
                .isInstanceOf(NotThereException.class);
    }

    @Test
    void theSameKeyAndBodyTwiceRecordOnce() throws Exception {
        String code = study.enrol(Baseline.question("INFUSION").get("participant"));
        String first = keyed(code, "[" + BARICITINIB + "]");
        assertThat(keyed(code, "[" + BARICITINIB + "]")).isEqualTo(first);
        assertThat(study.known(code, null)).hasSize(1);
        assertThatThrownBy(() -> keyed(code, "[" + BARICITINIB.replace("2025-06", "2025-07") + "]"))
                .isInstanceOf(ConflictException.class);
        assertThat(study.known(code, null)).hasSize(1);
    }

    @Test
    void theSameKeyFromSeveralAtTheSameTimeRecordsOnce() throws Exception {
        String code = study.enrol(Baseline.question("INFUSION").get("participant"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<String>> posts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            posts.add(() -> keyed(code, "[" + BARICITINIB + "]"));
        }
        HashSet<String> answers = new HashSet<>();
        for (Future<String> answer : threads.invokeAll(posts)) {
            answers.add(answer.get());
        }
        threads.shutdown();
        assertThat(answers).hasSize(1);
        assertThat(study.known(code, null)).hasSize(1);
    }

    @Test
    void oneFaultyFactLeavesNothingRecorded() throws Exception {
        String code = study.enrol(Baseline.question("INFUSION").get("participant"));
        assertThatThrownBy(() -> study.record(code, "[" + BARICITINIB + ", {\"type\": \"lab\", \"test\": \"ALT\"}]"))
                .hasMessageContaining("/1/on");
        assertThat(study.known(code, null)).isEmpty();
    }

    @Test
    void aJudgementNeedsAnInvestigatorAndASignature() throws Exception {
        String code = study.enrol(Baseline.question("INFUSION").get("participant"));
        byte[] judgement = Study.bytes(
                "[{\"type\": \"judgement\", \"criterion\": \"EXC-22\", \"excludes\": false, \"on\": \"2026-02-04\"}]");
        FactBook facts = study.get(FactBook.class);
        assertThatThrownBy(() -> facts.record(code, judgement, null, Study.COORDINATOR, study::signature))
                .isInstanceOf(UnsignedException.class);
        assertThatThrownBy(() -> facts.record(code, judgement, null, Study.INVESTIGATOR, digest -> null))
                .isInstanceOf(UnsignedException.class);
        facts.record(code, judgement, null, Study.INVESTIGATOR, study::signature);
        UUID signed = study.known(code, null).get(0).id();
        assertThat(study.known(code, null).get(0).signature()).isNotNull();
        assertThatThrownBy(() -> study.get(CorrectionBook.class)
                        .correct(signed, Study.bytes("{\"reason\": \"x\"}"), Study.COORDINATOR, study::signature))
                .isInstanceOf(UnsignedException.class);
    }

    @Test
    void everyDecisionIsKeptWithItsRulesAndReplaysEqualWhateverCameLater() throws Exception {
        ObjectNode question = Baseline.question("INFUSION");
        String sentinel = study.enrol(question.get("participant"));
        study.record(sentinel, question.get("facts"));
        Map<String, UUID> infused = study.record(
                sentinel,
                "[{\"id\": \"i\", \"type\": \"milestone\", \"kind\": \"INFUSION_COMPLETED\", \"on\": \"2026-03-09\"}]");
        String code = study.enrol(question.get("participant"));
        study.record(code, question.get("facts"));
        JsonNode held = study.decide(code, "INFUSION", "2026-03-10");
        assertThat(statuses(held)).containsEntry("SENT-01", "NOT_MET");

        study.correct(infused.get("i"), "{\"reason\": \"it was not begun\"}");
        study.record(code, "[" + BARICITINIB + "]");
        ReplayView replay = study.replay(held);
        assertThat(replay.differences()).isEmpty();
        assertThat(replay.equal()).isTrue();
        assertThat(replay.sameEngine()).isTrue();

        String id = held.get("id").asText();
        List<String> rules = study.column("select rule from audit_entry where decision = '" + id
                + "' and action = 'RULE_FIRED' and criterion = 'SENT-01' and status = 'NOT_MET'");
        assertThat(rules).hasSize(1);
        assertThat(study.column("select action from audit_entry where decision = '" + id + "'"))
                .hasSizeGreaterThan(46);
        assertThat(study.get(DecisionBook.class).history(code, Long.MAX_VALUE, 10))
                .extracting(decision -> decision.id().toString())
                .containsExactly(id);
    }

    @Test
    void aChangedFactShowsInTheReplay() throws Exception {
        ObjectNode question = Baseline.question("INFUSION");
        String code = study.enrol(question.get("participant"));
        Map<String, UUID> ids = study.record(code, question.get("facts"));
        JsonNode decision = study.decide(code, "INFUSION", "2026-03-10");
        unguarded(
                "fact",
                () -> study.execute("update fact set body = replace(body, '2026-02-20', '2026-03-09') where id = '"
                        + ids.get("prednisone") + "'"));
        ReplayView replay = study.replay(decision);
        assertThat(replay.equal()).isFalse();
        assertThat(replay.sameDossier()).isFalse();
    }

    @Test
    void whatIsPutIntoTheStudyOrTakenOutPastTheLogIsNamed() throws Exception {
        try (Study own = new Study(database, Map.of())) {
            String code = own.enrol(Baseline.question("INFUSION").get("participant"));
            UUID drug = own.record(code, "[" + BARICITINIB + "]").get("b");
            own.correct(drug, "{\"reason\": \"another participant's\"}");
            own.decide(code, "INFUSION", "2026-03-10");
            StoredVerification verification = own.get(StoredVerification.class);
            assertThat(verification.verify(null).faults()).isEmpty();

            UUID past = UUID.randomUUID();
            own.execute(
                    "insert into fact (id, participant, seq, type, body, digest, recorded_at, recorded_by) values ('"
                            + past + "', '" + code + "', 0, 'review', '{}', 'x', current_timestamp, 'nobody')");
            assertThat(verification.verify(null).faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.says()).contains("fact " + past + " is not in the log"));
        }
        try (Study own = new Study(database, Map.of())) {
            String code = own.enrol(Baseline.question("INFUSION").get("participant"));
            UUID drug = own.record(code, "[" + BARICITINIB + "]").get("b");
            own.correct(drug, "{\"reason\": \"another participant's\"}");
            own.execute(
                    database == Database.H2
                            ? "drop trigger correction_stays"
                            : "alter table correction disable trigger user");
            own.execute("delete from correction");
            assertThat(own.get(StoredVerification.class).verify(null).faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.says())
                            .contains("correction of fact " + drug + " is in the log and no longer in the study"));
        }
    }

    @Test
    void conditioningIsDecidedWithAForecastOfTheInfusion() throws Exception {
        ObjectNode question = Baseline.question("LYMPHODEPLETION");
        String code = study.enrol(question.get("participant"));
        study.record(code, question.get("facts"));
        study.record(
                code,
                "[{\"type\": \"milestone\", \"kind\": \"INFUSION_PLANNED\", \"on\": \"2026-03-15\"}," + BARICITINIB
                        + "]");
        JsonNode forecast = study.decide(code, "LYMPHODEPLETION", "2026-03-10").get("forecast");
        assertThat(forecast.get("on").asText()).isEqualTo("2026-03-15");
        assertThat(forecast.get("verdict").asText()).isEqualTo("HOLD");
        assertThat(forecast.at("/criteria/0/id").asText()).isEqualTo("EXC-13");
        assertThat(study.decide(code, "INFUSION", "2026-03-10").has("forecast")).isFalse();
    }

    @Test
    void doubtAboutAnothersInfusionIsDoubtAboutTheCohort() throws Exception {
        ObjectNode question = Baseline.question("INFUSION");
        String other = study.enrol(question.get("participant"));
        study.record(other, question.get("facts"));
        Map<String, UUID> vague = study.record(
                other,
                "[{\"id\": \"v\", \"type\": \"milestone\", \"kind\": \"INFUSION_COMPLETED\", \"on\": \"2026-03\"}]");
        String code = study.enrol(question.get("participant"));
        study.record(code, question.get("facts"));
        assertThat(statuses(study.decide(code, "INFUSION", "2026-03-10"))).containsEntry("SENT-01", "UNKNOWN");
        study.correct(vague.get("v"), "{\"reason\": \"test\"}");
    }

    @Test
    void attributesAreVersionedAndAWrongCodeIsVoided() throws Exception {
        String code = study.enrol(Baseline.question("INFUSION").get("participant"));
        ParticipantBook book = study.get(ParticipantBook.class);
        byte[] changed = Study.bytes("{\"sex\": \"FEMALE\", \"birthDate\": \"1990-05\"}");
        assertThatThrownBy(() -> book.put(code, changed, Study.COORDINATOR)).isInstanceOf(ConflictException.class);
        book.put(
                code,
                Study.bytes("{\"sex\": \"FEMALE\", \"birthDate\": \"1990-05\", \"reason\": \"day not known\"}"),
                Study.COORDINATOR);
        assertThat(book.read(code).birthDate()).isEqualTo("1990-05");
        book.voidCode(code, Study.bytes("{\"reason\": \"wrong code\"}"), Study.COORDINATOR);
        assertThat(book.read(code).voided().reason()).isEqualTo("wrong code");
        assertThatThrownBy(() -> study.record(code, "[" + BARICITINIB + "]")).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> study.decide(code, "INFUSION", "2026-03-10")).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> book.put("Jane Roe", Study.bytes("{\"sex\": \"FEMALE\"}"), Study.COORDINATOR))
                .hasMessageContaining("code is expected");
    }

    @Test
    void activeFromConsentUntilTheStudyEndsForTheParticipant() throws Exception {
        String code = study.enrol(Baseline.question("INFUSION").get("participant"));
        ParticipantBook book = study.get(ParticipantBook.class);
        assertThat(book.read(code).active()).isFalse();
        study.record(code, "[{\"type\": \"consent\", \"on\": \"2026-02-01\", \"protocolVersion\": \"1.0\"}]");
        assertThat(book.read(code).active()).isTrue();
        study.record(code, "[{\"type\": \"milestone\", \"kind\": \"SCREEN_FAILED\", \"on\": \"2026-02-05\"}]");
        assertThat(book.read(code).active()).isFalse();
        study.record(code, "[{\"type\": \"milestone\", \"kind\": \"SCREENING_STARTED\", \"on\": \"2026-03-05\"}]");
        assertThat(book.read(code).active()).isTrue();
    }

    @Test
    void aConsentToAVersionThatIsNotServedIsNotDecidedUnderAnother() throws Exception {
        String code = study.enrol(Baseline.question("INFUSION").get("participant"));
        study.record(code, "[{\"type\": \"consent\", \"on\": \"2026-02-01\", \"protocolVersion\": \"9.9\"}]");
        assertThatThrownBy(() -> study.decide(code, "SCREENING", "2026-03-10"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("9.9");
    }

    @Test
    void aConsentThatLiesAheadDoesNotCountYet() throws Exception {
        String code = study.enrol(Baseline.question("INFUSION").get("participant"));
        study.record(code, "[{\"type\": \"consent\", \"on\": \"2026-03-11\", \"protocolVersion\": \"9.9\"}]");
        assertThat(study.decide(code, "SCREENING", "2026-03-10")
                        .get("protocolVersion")
                        .asText())
                .isEqualTo("1.0");
        assertThat(study.get(ParticipantBook.class).read(code).active()).isFalse();
    }

    @Test
    void theListIsFilteredByVerdictAndLevel() throws Exception {
        ObjectNode question = Baseline.question("INFUSION");
        String code = study.enrol(question.get("participant"));
        study.record(code, question.get("facts"));
        study.record(code, "[" + BARICITINIB + "]");
        study.decide(code, "INFUSION", "2026-03-10");
        ParticipantBook book = study.get(ParticipantBook.class);
        assertThat(book.list("", "HOLD", "300000000", 500)).extracting("id").contains(code);
        assertThat(book.list("", "PROCEED", null, 500)).extracting("id").doesNotContain(code);
        assertThat(book.list("", null, "4.5e8", 500)).extracting("id").doesNotContain(code);
    }

    @Test
    void theDatabaseRefusesToChangeOrDeleteWhatIsRecorded() throws Exception {
        ObjectNode question = Baseline.question("INFUSION");
        String code = study.enrol(question.get("participant"));
        UUID drug = study.record(code, "[" + BARICITINIB + "]").get("b");
        study.correct(drug, "{\"reason\": \"x\"}");
        keyed(code, "[" + BARICITINIB + "]");
        study.decide(code, "INFUSION", "2026-03-10");
        for (String table : List.of(
                "participant",
                "participant_version",
                "fact",
                "correction",
                "decision",
                "decision_answer",
                "rule_set",
                "rule_source",
                "idempotency_key",
                "audit_entry")) {
            String column = study.column(
                            "select column_name from information_schema.columns where lower(table_name) = '" + table
                                    + "' order by ordinal_position")
                    .get(0);
            assertThatThrownBy(() -> study.execute("update " + table + " set " + column + " = " + column))
                    .as(table)
                    .hasStackTraceContaining("never changed or deleted");
            assertThatThrownBy(() -> study.execute("delete from " + table))
                    .as(table)
                    .hasStackTraceContaining("never changed or deleted");
        }
    }

    private static final String BARICITINIB =
            "{\"id\": \"b\", \"type\": \"drug\", \"name\": \"baricitinib\", \"start\": \"2025-06\", \"end\": \"2026-03-01\"}";

    private void unguarded(String table, Runnable change) {
        boolean h2 = database == Database.H2;
        study.execute(h2 ? "drop trigger " + table + "_stays" : "alter table " + table + " disable trigger user");
        change.run();
        study.execute(
                h2
                        ? "create trigger " + table + "_stays before update, delete on " + table
                                + " for each row call 'org.protocolgate.audit.RefuseChange'"
                        : "alter table " + table + " enable trigger user");
    }

    private static String keyed(String code, String facts) throws Exception {
        return study.get(FactBook.class).record(code, Study.bytes(facts), "key", Study.COORDINATOR, digest -> null);
    }

    private static ObjectNode asKnownAt(String moment) {
        return Study.JSON
                .createObjectNode()
                .put("gate", "INFUSION")
                .put("on", "2026-03-10")
                .put("asKnownAt", moment);
    }

    private static String verdict(JsonNode decision) {
        return decision.get("verdict").asText();
    }

    private static Map<String, String> statuses(JsonNode decision) {
        Map<String, String> statuses = new java.util.TreeMap<>();
        decision.get("criteria")
                .forEach(criterion -> statuses.put(
                        criterion.get("id").asText(), criterion.get("status").asText()));
        return statuses;
    }
}
