package org.protocolgate.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.testing.Trial.expect;
import static org.protocolgate.testing.Trial.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** A sweep is done to its end, everybody once, whatever happens to the processes that do it. */
@Tag("once")
class SweepKillTest {

    private static final int PARTICIPANTS = 24;
    private static final String LOWEST = "3.0e8";
    private static final int LOOKS = 6_000;
    private static final long BETWEEN_LOOKS = 10_000_000;

    @TempDir
    Path data;

    private final List<Program> programs = new ArrayList<>();

    @AfterEach
    void end() {
        programs.forEach(Program::kill);
    }

    @Test
    void whatAKilledProcessLeftIsDoneByTheNextOneAndNothingTwice() throws Exception {
        Map<String, String> environment = installed(Database.H2);
        Program killed = start(environment, 2);
        enrol(killed.trial());
        String id = sweep(killed.trial());
        JsonNode midst = awaitSweep(
                killed.trial(), id, sweep -> sweep.get("participants").asInt() > 0);
        killed.kill();
        System.out.println("killed after " + midst.get("participants") + " of " + PARTICIPANTS);
        assertThat(midst.get("finishedAt").isNull()).isTrue();
        assertDoneOnce(start(environment, 2).trial(), id);
    }

    @Test
    void ofTwoProcessesTheOtherGoesOnWhenOneIsKilled() throws Exception {
        Map<String, String> environment = installed(Database.POSTGRESQL);
        Program one = start(environment, 2);
        enrol(one.trial());
        Trial other = start(environment, 2).trial();
        String id = sweep(one.trial());
        awaitSweep(other, id, sweep -> sweep.get("participants").asInt() > 0);
        one.kill();
        assertDoneOnce(other, id);
    }

    @Test
    void twoSweepsAtOnceInTwoProcessesAskAboutEverybodyAndKeepEachAnswerOnce() throws Exception {
        Map<String, String> environment = installed(Database.POSTGRESQL);
        Trial one = start(environment, 2).trial();
        Trial other = start(environment, 2).trial();
        enrol(one);
        String first = sweep(one);
        String second = sweep(other);
        JsonNode ofFirst = awaitSweep(other, first, SweepKillTest::isFinished);
        JsonNode ofSecond = awaitSweep(one, second, SweepKillTest::isFinished);
        for (JsonNode sweep : List.of(ofFirst, ofSecond)) {
            assertThat(sweep.get("participants").asInt()).isEqualTo(PARTICIPANTS);
            assertThat(sweep.get("asked").asInt()).isEqualTo(PARTICIPANTS);
            assertThat(sweep.get("failed").asInt()).isZero();
        }
        assertThat(ofFirst.get("changed").asInt() + ofSecond.get("changed").asInt())
                .isEqualTo(PARTICIPANTS);
        assertEachAnswerIsKeptOnce(one);
    }

    private Map<String, String> installed(Database database) {
        Map<String, String> environment = new HashMap<>(Installation.environment(database, data));
        Installation.addUsers(environment, Role.COORDINATOR, Role.INVESTIGATOR, Role.MONITOR);
        environment.put("PROTOCOL_GATE_SWEEP_CHUNK", "5");
        environment.put("PROTOCOL_GATE_SWEEP_DAILY", "-");
        environment.put("PROTOCOL_GATE_SWEEP_NEAR", "-");
        environment.put("PROTOCOL_GATE_JOBS_EVERY", "100ms");
        environment.put("PROTOCOL_GATE_JOBS_HEARTBEAT", "250ms");
        return environment;
    }

    private Program start(Map<String, String> environment, int threads) throws Exception {
        Map<String, String> all = new HashMap<>(environment);
        all.put("PROTOCOL_GATE_JOBS_THREADS", String.valueOf(threads));
        Program program = Program.start(all);
        programs.add(program);
        return program;
    }

    private static void enrol(Trial trial) {
        LocalDate infusion = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(30);
        for (int i = 1; i <= PARTICIPANTS; i++) {
            trial.enrolReady(code(i), infusion.minusDays(30), LOWEST);
        }
    }

    private static String code(int number) {
        return "CT-" + (100 + number);
    }

    private static String sweep(Trial trial) {
        return json(expect(trial.send(Role.COORDINATOR, "POST", "/api/sweeps", ""), 201))
                .get("id")
                .asText();
    }

    private static boolean isFinished(JsonNode sweep) {
        return !sweep.get("finishedAt").isNull();
    }

    private static JsonNode awaitSweep(Trial trial, String id, Predicate<JsonNode> awaited) {
        JsonNode now = trial.get("/api/sweeps/" + id);
        for (int looks = 0; looks < LOOKS && !awaited.test(now); looks++) {
            LockSupport.parkNanos(BETWEEN_LOOKS);
            now = trial.get("/api/sweeps/" + id);
        }
        assertThat(awaited.test(now)).as(now.toString()).isTrue();
        return now;
    }

    private static void assertDoneOnce(Trial trial, String id) {
        JsonNode done = awaitSweep(trial, id, SweepKillTest::isFinished);
        assertThat(done.get("participants").asInt()).isEqualTo(PARTICIPANTS);
        assertThat(done.get("asked").asInt()).isEqualTo(PARTICIPANTS);
        assertThat(done.get("changed").asInt()).isEqualTo(PARTICIPANTS);
        assertThat(done.get("failed").asInt()).isZero();
        assertEachAnswerIsKeptOnce(trial);
        assertThat(trial.get("/api/audit?action=SWEEP_FINISHED").get("entries")).hasSize(1);
    }

    private static void assertEachAnswerIsKeptOnce(Trial trial) {
        for (int i = 1; i <= PARTICIPANTS; i++) {
            assertThat(trial.get("/api/participants/" + code(i) + "/decisions"))
                    .as(code(i))
                    .hasSize(1);
        }
        assertThat(trial.get("/api/audit/verification").get("whole").asBoolean())
                .isTrue();
    }
}
