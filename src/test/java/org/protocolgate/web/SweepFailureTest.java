package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionOperations;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.protocolgate.rulebook.FailingRules;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Outbox;
import org.protocolgate.testing.Postbox;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;

/** A sweep goes on where a participant cannot be evaluated, and says of whom. */
class SweepFailureTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");

    @TempDir
    Path rules;

    @Test
    void whoCannotBeEvaluatedIsNamedAndAlertedAndTheOthersAreDone() throws Exception {
        FailingRules.copyTo(rules);
        Map<String, Object> settings = Map.of(
                "testing.clock", "set",
                "protocol-gate.rules", rules.toString(),
                "protocol-gate.jobs.every", "50ms",
                "protocol-gate.jobs.threads", "2");
        try (Service service = Service.start(Database.H2, settings)) {
            Trial trial = Trial.at(service);
            List.of("CT-1", "CT-2", "CT-3").forEach(code -> trial.enrolReady(code, TODAY, "3.0e8"));
            String nameless = trial.record("CT-2", "[{\"type\": \"drug\", \"on\": \"2020\"}]")
                    .at("/facts/0/id")
                    .asText();
            for (int times = 0; times < 2; times++) {
                JsonNode sweep = trial.sweep();
                assertThat(sweep.get("participants").asInt()).isEqualTo(3);
                assertThat(sweep.get("failed").asInt()).isEqualTo(1);
                assertThat(sweep.get("failures").findValuesAsText("participant"))
                        .containsExactly("CT-2");
            }
            assertThat(causes(trial, "CT-2")).containsExactly("STOP EVALUATION_FAILED");
            assertThat(causes(trial, "CT-3")).isEmpty();
            assertThat(trial.get("/api/participants/CT-2/decisions")
                            .at("/0/verdict")
                            .asText())
                    .isNotEqualTo("PROCEED");
            assertThat(trial.get("/api/participants/CT-3/decisions")
                            .at("/0/verdict")
                            .asText())
                    .isEqualTo("PROCEED");
            trial.correct(nameless, "{\"reason\": \"recorded by mistake\"}");
            assertThat(trial.sweep().get("failed").asInt()).isZero();
            assertThat(causes(trial, "CT-2")).isEmpty();
        }
    }

    @Test
    void theAdministratorHearsOfTheFailureAndOfNothingClinical() {
        try (Postbox box = new Postbox();
                Service service = Service.start(
                        Database.H2,
                        Map.of(
                                "testing.clock", "set",
                                "protocol-gate.jobs.every", "50ms",
                                "protocol-gate.jobs.threads", "2",
                                "protocol-gate.url", "https://gate.example.org",
                                "protocol-gate.mail.from", "gate@example.org",
                                "protocol-gate.mail.host", "127.0.0.1",
                                "protocol-gate.mail.port", box.port(),
                                "protocol-gate.recipients.pi.mail", "pi@example.org",
                                "protocol-gate.recipients.keeper.mail", "keeper@example.org",
                                "protocol-gate.recipients.keeper.role", "ADMIN"))) {
            Trial trial = Trial.at(service);
            List.of("CT-1", "CT-2").forEach(code -> trial.enrolReady(code, TODAY, "3.0e8"));
            trial.record(
                    "CT-1",
                    "[{\"type\": \"drug\", \"name\": \"baricitinib\", \"start\": \"2025-06\", \"end\": \"2026-03-01\"}]");
            Outbox outbox = new Outbox(trial);
            outbox.awaitState("pi", "SENT");
            damage(service, "CT-2");
            trial.sweep();
            outbox.awaitState("keeper", "SENT");
            outbox.await("pi", last -> outbox.words("pi").equals(List.of("RAISED SENT 1", "RAISED SENT 1")));
            assertThat(outbox.words("keeper")).containsExactly("RAISED SENT 1");
            assertThat(box.subjects())
                    .containsExactlyInAnyOrder(
                            "[STOP] CT-1 EXC-13", "[STOP] CT-2 EVALUATION_FAILED", "[STOP] CT-2 EVALUATION_FAILED");
        }
    }

    @Test
    void whatCannotEvenBeReadIsNamedAndTheOthersAreDone() {
        Map<String, Object> settings =
                Map.of("testing.clock", "set", "protocol-gate.jobs.every", "50ms", "protocol-gate.jobs.threads", "2");
        try (Service service = Service.start(Database.H2, settings)) {
            Trial trial = Trial.at(service);
            List.of("CT-1", "CT-2", "CT-3").forEach(code -> trial.enrolReady(code, TODAY, "3.0e8"));
            damage(service, "CT-2");
            JsonNode sweep = trial.sweep();
            assertThat(sweep.get("participants").asInt()).isEqualTo(3);
            assertThat(sweep.get("changed").asInt()).isEqualTo(2);
            assertThat(sweep.get("failures").findValuesAsText("participant")).containsExactly("CT-2");
            assertThat(causes(trial, "CT-2")).contains("STOP EVALUATION_FAILED");
        }
    }

    /** A fact that no program wrote. */
    private static void damage(Service service, String code) {
        TransactionOperations<Connection> transactions =
                service.bean(Argument.of(TransactionOperations.class, Connection.class));
        transactions.executeWrite(status -> {
            try (PreparedStatement insert = status.getConnection()
                    .prepareStatement("insert into fact (id, participant, seq, type, body, digest, recorded_at,"
                            + " recorded_by) values (random_uuid(), ?, 999, 'lab', '{', '', current_timestamp, '')")) {
                insert.setString(1, code);
                return insert.executeUpdate();
            }
        });
    }

    private static List<String> causes(Trial trial, String code) {
        return StreamSupport.stream(
                        trial.get("/api/alerts?open=true&participant=" + code)
                                .at("/alerts")
                                .spliterator(),
                        false)
                .map(alert -> alert.get("severity").asText() + " "
                        + alert.get("cause").asText())
                .toList();
    }
}
