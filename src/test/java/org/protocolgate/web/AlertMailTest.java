package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.job.Hands;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Outbox;
import org.protocolgate.testing.Postbox;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;

/** Alerts by mail. It is 12:00 at the site on 2026-03-10. */
@ParameterizedClass
@EnumSource(Database.class)
class AlertMailTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final String LOWEST = "3.0e8";
    private static final String BARICITINIB =
            "[{\"type\": \"drug\", \"name\": \"baricitinib\", \"start\": \"2025-06\", \"end\": \"2026-03-01\"}]";

    private final Database database;
    private final Postbox box = new Postbox();
    private Service service;
    private Trial trial;
    private Outbox outbox;

    AlertMailTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        service = Service.start(
                database,
                Map.of(
                        "testing.clock", "set",
                        "protocol-gate.jobs.threads", "2",
                        "protocol-gate.sweep.near", "-", // none by itself, whatever time passes
                        "protocol-gate.sweep.daily", "-",
                        "protocol-gate.url", "https://gate.example.org",
                        "protocol-gate.mail.from", "gate@example.org",
                        "protocol-gate.mail.host", "127.0.0.1",
                        "protocol-gate.mail.port", box.port(),
                        "protocol-gate.recipients.pi.mail", "pi@example.org"));
        trial = Trial.at(service);
        outbox = new Outbox(trial);
    }

    @AfterEach
    void stop() {
        service.close();
        box.close();
    }

    private String raise(String code) {
        trial.enrolReady(code, TODAY, LOWEST);
        return trial.record(code, BARICITINIB).at("/facts/0/id").asText();
    }

    @Test
    void tellsWhoWhichCriterionAndWhyAndNothingElse() throws Exception {
        raise("CT-1");
        JsonNode sent = outbox.awaitState("pi", "SENT");
        MimeMessage mail = box.messages()[0];
        assertThat(mail.getSubject()).isEqualTo("[STOP] CT-1 EXC-13");
        assertThat(((Multipart) mail.getContent())
                        .getBodyPart(0)
                        .getContent()
                        .toString()
                        .lines())
                .containsExactly(
                        "Severity: STOP",
                        "Participant: CT-1",
                        "Criterion: EXC-13",
                        "Cause: NOT_MET",
                        "",
                        "https://gate.example.org/alerts/" + sent.get("alert").asText());
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("gate@example.org");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("pi@example.org");
        assertThat(mail.getMessageID()).isEqualTo("<" + sent.get("id").asText() + "@example.org>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getSentDate().toInstant()).isEqualTo(Instant.parse("2026-03-10T04:00:00Z"));
    }

    @Test
    void thatItIsResolvedIsNotMailed() {
        String fact = raise("CT-1");
        outbox.awaitState("pi", "SENT");
        trial.correct(fact, "{\"reason\": \"another patient's\"}");
        assertThat(trial.get("/api/alerts?open=true").get("alerts")).isEmpty();
        assertThat(outbox.words("pi")).containsExactly("RAISED SENT 1");
    }

    @Test
    void whileTheServerIsAwayForAnHourNothingIsLostAndNothingComesTwice() {
        box.whileAway(() -> {
            raise("CT-1");
            assertThat(outbox.awaitFault("pi", 1).get("lastFault").asText()).contains("ConnectException");
            Hands.pass(service, Duration.ofMinutes(1));
            outbox.awaitFault("pi", 2);
            raise("CT-2");
            outbox.await(
                    "pi",
                    one -> one.get("event").asInt() == 2 && one.get("attempts").asInt() == 1);
            Hands.pass(service, Duration.ofMinutes(59));
            outbox.awaitFault("pi", 2);
        });
        Hands.pass(service, Duration.ofMinutes(10));
        outbox.await(
                "pi",
                last -> outbox.to("pi").stream()
                        .allMatch(one -> one.get("state").asText().equals("SENT")));
        assertThat(box.subjects()).containsExactlyInAnyOrder("[STOP] CT-1 EXC-13", "[STOP] CT-2 EXC-13");
        assertThat(ids()).doesNotHaveDuplicates();
    }

    private List<String> ids() {
        return java.util.Arrays.stream(box.messages())
                .map(mail -> {
                    try {
                        return mail.getMessageID();
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    @Test
    void aMailThatTheServerRefusesHoldsUpNoOther() {
        box.refuse("[STOP] CT-1");
        raise("CT-1");
        raise("CT-2");
        outbox.awaitState("pi", "SENT");
        assertThat(outbox.to("pi").get(0).get("lastFault").asText()).contains("SendFailedException");
        assertThat(box.subjects()).containsExactly("[STOP] CT-2 EXC-13");
    }
}
