package org.protocolgate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Outbox;
import org.protocolgate.testing.Receiver;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** An alert that was recorded is delivered, whenever the process is killed; twice at most under one identifier. */
@Tag("once")
@ParameterizedClass
@EnumSource(Database.class)
class DeliveryKillTest {

    private static final String LOWEST = "3.0e8";

    private final Database database;
    private final Receiver receiver = new Receiver();
    private final AtomicReference<@Nullable Program> program = new AtomicReference<>();
    private Map<String, String> environment = Map.of();

    @TempDir
    Path data;

    DeliveryKillTest(Database database) {
        this.database = database;
    }

    @AfterEach
    void end() {
        if (program.get() != null) {
            program.get().kill();
        }
        receiver.close();
    }

    private Trial start(int jobThreads) throws Exception {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(Installation.variables(receiver.recipient("hook")));
        all.put("PROTOCOL_GATE_JOBS_THREADS", String.valueOf(jobThreads));
        all.put("PROTOCOL_GATE_JOBS_HEARTBEAT", "250ms");
        Program started = Program.start(all);
        program.set(started);
        return started.trial();
    }

    private void install() {
        environment = Installation.environment(database, data);
        Installation.addUsers(environment, Role.COORDINATOR, Role.INVESTIGATOR, Role.MONITOR);
    }

    private static void raise(Trial trial) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        trial.enrolReady("CT-1", today, LOWEST);
        trial.record(
                "CT-1",
                "[{\"type\": \"drug\", \"name\": \"baricitinib\", \"start\": \"" + today.minusYears(1)
                        + "\", \"end\": \"" + today.minusDays(9) + "\"}]");
    }

    @Test
    void killedBetweenTheCommitAndTheSending() throws Exception {
        install();
        Trial trial = start(0);
        raise(trial);
        String id = new Outbox(trial).awaitState("hook", "PENDING").get("id").asText();
        program.get().kill();
        assertThat(receiver.count()).isZero();
        trial = start(2);
        assertThat(receiver.next().id()).isEqualTo(id);
        new Outbox(trial).awaitState("hook", "SENT");
        assertThat(receiver.count()).isEqualTo(1);
    }

    @Test
    void killedBetweenTheSendingAndTheNoteOfIt() throws Exception {
        install();
        CountDownLatch raised = new CountDownLatch(1);
        receiver.answers(call -> {
            await(raised);
            program.get().kill();
        });
        raise(start(2));
        raised.countDown();
        String id = receiver.next().id();
        program.get().kill();
        receiver.answers(200);
        Outbox outbox = new Outbox(start(2));
        assertThat(receiver.next().id()).isEqualTo(id);
        outbox.awaitState("hook", "SENT");
        assertThat(outbox.words("hook")).containsExactly("RAISED SENT 2");
        assertThat(receiver.count()).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
