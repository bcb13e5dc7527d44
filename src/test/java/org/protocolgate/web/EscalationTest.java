package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.testing.Trial.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.job.Hands;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Outbox;
import org.protocolgate.testing.Receiver;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** An alert of STOP that nobody acknowledges goes on to others. It is 12:00 at the site on 2026-03-10. */
@ParameterizedClass
@EnumSource(Database.class)
class EscalationTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final String LOWEST = "3.0e8";
    private static final String BARICITINIB =
            "[{\"type\": \"drug\", \"name\": \"baricitinib\", \"start\": \"2025-06\", \"end\": \"2026-03-01\"}]";
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final Database database;
    private final Receiver receiver = new Receiver();
    private Service service;
    private Trial trial;
    private Outbox outbox;

    EscalationTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        Map<String, Object> settings = new HashMap<>(receiver.recipient("first"));
        settings.putAll(receiver.recipient("second", "escalation", "1"));
        settings.putAll(receiver.recipient("third", "escalation", "2"));
        settings.putAll(receiver.recipient("urgent-only", "escalation", "1", "severities", "ACTION"));
        settings.put("testing.clock", "set");
        settings.put("protocol-gate.sweep.near", "-"); // none by itself, whatever time passes
        settings.put("protocol-gate.sweep.daily", "-");
        service = Service.start(database, settings);
        trial = Trial.at(service);
        outbox = new Outbox(trial);
    }

    @AfterEach
    void stop() {
        service.close();
        receiver.close();
    }

    private String raise(String code) {
        trial.enrolReady(code, TODAY, LOWEST);
        return trial.record(code, BARICITINIB).at("/facts/0/id").asText();
    }

    private JsonNode alert() {
        for (JsonNode alert : trial.get("/api/alerts?participant=CT-1").get("alerts")) {
            if (alert.get("criterion").asText().equals("EXC-13")) {
                return alert;
            }
        }
        throw new AssertionError("no alert of the drug");
    }

    private void pass(Duration time) {
        Hands.pass(service, time);
    }

    @Test
    void goesOnStepByStepAsLongAsThereIsSomebody() {
        raise("CT-1");
        outbox.awaitState("first", "SENT");
        pass(HALF_AN_HOUR.minusSeconds(1));
        assertThat(alert().get("escalations").asInt()).isZero();
        pass(Duration.ofSeconds(1));
        JsonNode second = outbox.awaitState("second", "SENT");
        assertThat(second.get("kind").asText()).isEqualTo("ESCALATED");
        assertThat(outbox.to("third")).isEmpty();
        pass(HALF_AN_HOUR);
        outbox.awaitState("third", "SENT");
        pass(Duration.ofDays(1));
        assertThat(alert().get("escalations").asInt()).isEqualTo(2);
        assertThat(trial.get("/api/audit?action=ALERT_ESCALATED").get("entries").findValuesAsText("participant"))
                .containsExactly("CT-1", "CT-1");
        assertThat(outbox.words("first")).containsExactly("RAISED SENT 1");
        assertThat(outbox.words("second")).containsExactly("ESCALATED SENT 1");
        assertThat(outbox.words("third")).containsExactly("ESCALATED SENT 1");
        assertThat(outbox.to("urgent-only")).isEmpty();
        assertThat(receiver.next().json().get("type").asText()).endsWith(".raised");
        assertThat(receiver.next().json().get("type").asText()).endsWith(".escalated");
        assertThat(trial.get("/api/audit/verification").get("whole").asBoolean())
                .isTrue();
    }

    @Test
    void whoIsToldThatItIsResolvedIsWhoWasTold() {
        String fact = raise("CT-1");
        outbox.awaitState("first", "SENT");
        pass(HALF_AN_HOUR);
        outbox.awaitState("second", "SENT");
        trial.correct(fact, "{\"reason\": \"another patient's\"}");
        outbox.await("first", one -> one.get("kind").asText().equals("RESOLVED"));
        outbox.await("second", one -> one.get("kind").asText().equals("RESOLVED"));
        assertThat(outbox.to("third")).isEmpty();
    }

    @Test
    void notOnceSomebodyActsOnIt() {
        raise("CT-1");
        pass(Duration.ofSeconds(1));
        raise("CT-2");
        acknowledge();
        pass(HALF_AN_HOUR);
        String others = outbox.awaitState("second", "SENT").get("alert").asText();
        assertThat(others).isNotEqualTo(alert().get("id").asText());
        assertThat(alert().get("escalations").asInt()).isZero();
        assertThat(outbox.to("second")).hasSize(1);
    }

    @Test
    void whatIsAcknowledgedBeforeItIsSentIsNotSentOn() {
        receiver.answers(500);
        raise("CT-1");
        outbox.awaitFault("first", 1);
        pass(HALF_AN_HOUR);
        outbox.awaitFault("second", 1);
        acknowledge();
        receiver.answers(200);
        pass(Duration.ofHours(7));
        assertThat(outbox.awaitState("second", "DROPPED").get("lastFault").asText())
                .isEqualTo("the alert is acknowledged");
        outbox.awaitState("first", "SENT");
    }

    @Test
    void anAlertThatBecomesUrgentIsToldAgainAndWaitsFromThenOn() {
        trial.enrolReady("CT-1", TODAY, LOWEST);
        trial.reach("CT-1", "INFUSION_PLANNED", "2026-03-15");
        trial.record("CT-1", BARICITINIB.replace("03-01", "03-09"));
        assertThat(alert().get("severity").asText()).isEqualTo("ACTION");
        acknowledge();
        pass(Duration.ofDays(3));
        expect(trial.send(Role.COORDINATOR, "POST", "/api/sweeps", ""), 201);
        String id = alert().get("id").asText();
        awaitTold("first", id, "CHANGED");
        assertThat(alert().get("severity").asText()).isEqualTo("STOP");
        assertThat(alert().get("state").asText()).isEqualTo("OPEN");
        assertThat(outbox.to("second")).isEmpty();
        pass(HALF_AN_HOUR);
        awaitTold("second", id, "ESCALATED");
    }

    private void awaitTold(String recipient, String alert, String kind) {
        outbox.await(
                recipient,
                last -> outbox.to(recipient).stream()
                        .anyMatch(one -> one.get("alert").asText().equals(alert)
                                && one.get("kind").asText().equals(kind)
                                && one.get("state").asText().equals("SENT")));
    }

    private void acknowledge() {
        expect(
                trial.send(
                        Role.COORDINATOR,
                        "POST",
                        "/api/alerts/" + alert().get("id").asText() + "/acknowledgement",
                        "{\"comment\": \"seen\"}"),
                201);
    }
}
