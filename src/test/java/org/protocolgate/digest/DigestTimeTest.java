package org.protocolgate.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionOperations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.job.Hands;
import org.protocolgate.rulebook.TestRules;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Postbox;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;

/** What is done every day, at a site whose clocks are put forward at 02:00 on 2026-03-29. */
@ParameterizedClass
@EnumSource(Database.class)
class DigestTimeTest {

    private static final int LOOKS = 200_000;

    @TempDir
    Path rules;

    private final Database database;
    private final Postbox box = new Postbox();
    private Service service;

    DigestTimeTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() throws IOException {
        for (Map.Entry<String, String> file : TestRules.files().files().entrySet()) {
            Path copy = rules.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, file.getValue().replace("zone: Asia/Shanghai", "zone: Europe/Berlin"));
        }
        Map<String, Object> settings = new HashMap<>(Map.of(
                "testing.clock", "set",
                "protocol-gate.rules", rules.toString(),
                "protocol-gate.jobs.every", "50ms",
                "protocol-gate.sweep.daily", "0 30 2 * * *",
                "protocol-gate.sweep.near", "-",
                "protocol-gate.digest.to", "ward@example.org",
                "protocol-gate.mail.from", "gate@example.org",
                "protocol-gate.mail.host", "127.0.0.1"));
        settings.put("protocol-gate.mail.port", box.port());
        settings.put("protocol-gate.jobs.threads", 2);
        service = Service.start(database, settings);
        Trial trial = Trial.at(service);
        trial.enrolReady("CT-1", LocalDate.parse("2026-03-10"), "3.0e8");
        trial.record(
                "CT-1",
                "[{\"type\": \"condition\", \"kind\": \"CNS_LUPUS\", \"start\": \"2025-06-01\", \"ongoing\": true}]");
    }

    @AfterEach
    void stop() {
        service.close();
        box.close();
    }

    @Test
    void whatIsDoneDailyIsDoneOnceOnTheDayOfTheChangeAtTheTimeThatTheClocksShow() {
        awaits("digest", "2026-03-10T06:00:00Z"); // 07:00 in winter time
        Hands.to(service, "2026-03-28T12:00:00Z");
        awaits("digest", "2026-03-29T05:00:00Z"); // 07:00 in summer time
        awaits("sweep-daily", "2026-03-29T01:30:00Z"); // 02:30 is left out, and comes at 03:30
        Hands.to(service, "2026-03-29T01:29:59Z");
        Hands.to(service, "2026-03-29T01:30:00Z");
        awaits("sweep-daily", "2026-03-30T00:30:00Z");
        awaits("digest", "2026-03-29T05:00:00Z");
        Hands.to(service, "2026-03-29T05:00:00Z");
        awaits("digest", "2026-03-30T05:00:00Z");
        service.bean(Digest.class).send();
        assertThat(days()).containsExactly("2026-03-28", "2026-03-29");
        assertThat(Trial.at(service).get("/api/sweeps").findValuesAsText("startedAt"))
                .map(at ->
                        Instant.parse(at).truncatedTo(ChronoUnit.SECONDS)) // entries of one moment stand a little apart
                .containsExactly(Instant.parse("2026-03-29T01:30:00Z"), Instant.parse("2026-03-28T12:00:00Z"));
    }

    @Test
    void aServerThatIsAwayIsTriedAgainOnThatDayAndNotAfterIt() {
        Hands.to(service, "2026-03-28T12:00:00Z");
        awaits("digest", "2026-03-29T05:00:00Z");
        box.whileAway(() -> {
            Hands.to(service, "2026-03-29T05:00:00Z");
            awaits("digest", "2026-03-29T05:15:00Z");
            Hands.to(service, "2026-03-29T05:15:00Z");
            awaits("digest", "2026-03-29T05:30:00Z");
        });
        Hands.to(service, "2026-03-29T05:30:00Z");
        awaits("digest", "2026-03-30T05:00:00Z");
        assertThat(days()).containsExactly("2026-03-29");
        box.whileAway(() -> {
            Hands.to(service, "2026-03-30T05:00:00Z");
            awaits("digest", "2026-03-30T05:15:00Z");
            Hands.to(service, "2026-03-30T21:50:00Z"); // ten minutes before midnight there
            awaits("digest", "2026-03-31T05:00:00Z");
        });
        Hands.to(service, "2026-03-31T05:00:00Z");
        awaits("digest", "2026-04-01T05:00:00Z");
        assertThat(days()).containsExactly("2026-03-31");
    }

    /** Waits until a task is planned for a moment. */
    private void awaits(String task, String at) {
        Instant planned = null;
        for (int i = 0; i < LOOKS; i++) {
            planned = planned(task);
            if (Instant.parse(at).equals(planned)) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError(task + " is planned for " + planned + " rather than " + at);
    }

    private Instant planned(String task) {
        TransactionOperations<Connection> transactions =
                service.bean(Argument.of(TransactionOperations.class, Connection.class));
        return transactions.executeRead(status -> {
            try (PreparedStatement select = status.getConnection()
                    .prepareStatement("select execution_time from scheduled_tasks where task_name = ?")) {
                select.setString(1, task);
                ResultSet row = select.executeQuery();
                return row.next() ? row.getObject(1, OffsetDateTime.class).toInstant() : null;
            }
        });
    }

    /** Of which days there are digests. */
    private List<String> days() {
        return box.subjects().stream()
                .map(subject -> subject.substring("NCT07339332 ".length(), subject.indexOf(':')))
                .toList();
    }
}
