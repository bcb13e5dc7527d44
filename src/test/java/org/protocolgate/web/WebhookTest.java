package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.protocolgate.testing.Trial.expect;
import static org.protocolgate.testing.Trial.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.job.Hands;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Outbox;
import org.protocolgate.testing.Receiver;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.SetClock;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** Alerts as they reach other programs, whatever these answer. It is 12:00 at the site on 2026-03-10. */
@ParameterizedClass
@EnumSource(Database.class)
class WebhookTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final String LOWEST = "3.0e8";
    private static final String HOOK = "hook";
    private static final Duration LONGER_THAN_ANY_RETRY = Duration.ofHours(7);

    @Parameter
    Database database;

    private final Receiver receiver = new Receiver();
    private @Nullable Service service;
    private Trial trial;
    private Outbox outbox;

    private void serve(String... more) {
        Map<String, Object> settings = new HashMap<>(receiver.recipient(HOOK));
        settings.put("testing.clock", "set");
        settings.put("protocol-gate.sweep.near", "-"); // none by itself, whatever time passes
        settings.put("protocol-gate.sweep.daily", "-");
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        service = Service.start(database, settings);
        trial = Trial.at(service);
        outbox = new Outbox(trial);
    }

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
        receiver.close();
    }

    /** Somebody who could be infused today, but for a drug; gives the fact. */
    private String stop(String code) {
        trial.enrolReady(code, TODAY, LOWEST);
        return trial.record(code, drug(TODAY.minusDays(9))).at("/facts/0/id").asText();
    }

    private static String drug(LocalDate end) {
        return "[{\"type\": \"drug\", \"name\": \"baricitinib\", \"start\": \"2025-06\", \"end\": \"" + end + "\"}]";
    }

    private void pass(Duration time) {
        Hands.pass(service, time);
    }

    @Test
    void tellsWhoWhichCriterionAndWhyAndNothingElse() throws Exception {
        serve();
        String fact = stop("CT-1");
        Receiver.Call call = receiver.next();
        JsonNode alert = trial.get("/api/alerts?participant=CT-1").at("/alerts/0");
        assertThat(call.header("content-type")).isEqualTo("application/cloudevents+json");
        CloudEvent event = new JsonFormat().deserialize(call.body().getBytes(StandardCharsets.UTF_8));
        assertThat(event.getType()).isEqualTo("org.protocolgate.alert.raised");
        assertThat(event.getSource()).hasToString("https://gate.example.org");
        assertThat(event.getSubject()).isEqualTo("CT-1");
        assertThat(event.getId()).isEqualTo(call.id());
        assertThat(event.getTime().toInstant())
                .isEqualTo(Instant.parse(alert.get("raisedAt").asText()));
        assertThat(event.getExtensionNames()).isEmpty();
        assertThat(call.json().get("data"))
                .hasToString("{\"severity\":\"STOP\",\"participant\":\"CT-1\",\"criterion\":\"EXC-13\","
                        + "\"cause\":\"NOT_MET\",\"state\":\"OPEN\",\"link\":\"https://gate.example.org/alerts/"
                        + alert.get("id").asText() + "\"}");
        outbox.awaitState(HOOK, "SENT");
        trial.correct(fact, "{\"reason\": \"another patient's\"}");
        Receiver.Call resolved = receiver.next();
        assertThat(resolved.json().get("type").asText()).isEqualTo("org.protocolgate.alert.resolved");
        assertThat(resolved.json().at("/data/state").asText()).isEqualTo("RESOLVED");
        assertThat(resolved.json().at("/data/link")).isEqualTo(call.json().at("/data/link"));
        assertThat(resolved.id()).isNotEqualTo(call.id());
        outbox.awaitState(HOOK, "SENT");
        assertThat(outbox.words(HOOK)).containsExactly("RAISED SENT 1", "RESOLVED SENT 1");
    }

    @Test
    void isSignedForWhoHasTheSecret() throws Exception {
        serve();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS); // the verifier goes by the system's clock
        service.bean(SetClock.class).set(now.toString());
        trial.enrolReady("CT-1", LocalDate.ofInstant(now, java.time.ZoneId.of("Asia/Shanghai")), LOWEST);
        trial.record(
                "CT-1", drug(LocalDate.ofInstant(now, java.time.ZoneOffset.UTC).minusDays(2)));
        Receiver.Call call = receiver.next();
        assertThat(call.header("webhook-timestamp")).isEqualTo(String.valueOf(now.getEpochSecond()));
        new Webhook(Receiver.SECRET).verify(call.body(), call.headers());
        assertThatThrownBy(() -> new Webhook(Receiver.SECRET).verify(call.body() + " ", call.headers()))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void anErrorIsTriedAgainLaterUnderTheSameId() {
        serve();
        receiver.answers(500);
        stop("CT-1");
        String id = receiver.next().id();
        assertThat(outbox.awaitFault(HOOK, 1).get("lastFault").asText()).isEqualTo("answered 500");
        receiver.answers(200);
        pass(Duration.ofSeconds(29));
        trial.get("/api/deliveries");
        pass(Duration.ofSeconds(31));
        assertThat(receiver.next().id()).isEqualTo(id);
        outbox.awaitState(HOOK, "SENT");
        assertThat(outbox.words(HOOK)).containsExactly("RAISED SENT 2");
        assertThat(receiver.count()).isEqualTo(2);
    }

    @Test
    void silenceIsTriedAgainLaterAndHoldsUpNobodyElse() {
        Map<String, Object> other = receiver.recipient("other");
        serve(
                "protocol-gate.webhooks.patience",
                "300ms",
                "protocol-gate.recipients.other.webhook",
                other.get("protocol-gate.recipients.other.webhook").toString(),
                "protocol-gate.recipients.other.secret",
                Receiver.SECRET);
        receiver.answers(call -> {
            if (call.getRequestURI().getPath().equals("/hook")) {
                receiver.waitUntilClosed();
            }
            call.sendResponseHeaders(200, -1);
        });
        stop("CT-1");
        assertThat(outbox.awaitFault(HOOK, 1).get("lastFault").asText()).isEqualTo("HttpTimeoutException");
        outbox.awaitState("other", "SENT");
        stop("CT-2");
        assertThat(outbox.await(
                                HOOK,
                                one -> one.get("event").asInt() == 2
                                        && !one.get("lastFault").isNull())
                        .get("lastFault")
                        .asText())
                .startsWith("not tried");
        receiver.answers(200);
        pass(LONGER_THAN_ANY_RETRY);
        outbox.await(HOOK, last -> outbox.words(HOOK).equals(List.of("RAISED SENT 2", "RAISED SENT 2")));
    }

    @Test
    void aRedirectIsNotFollowed() {
        serve();
        try (Receiver elsewhere = new Receiver()) {
            receiver.redirectsTo(elsewhere.uri("/"));
            stop("CT-1");
            assertThat(outbox.awaitFault(HOOK, 1).get("lastFault").asText()).isEqualTo("answered 307");
            assertThat(elsewhere.count()).isZero();
        }
    }

    @Test
    void anAnswerWithoutEndIsNotReadToTheEnd() {
        serve();
        receiver.answers(call -> {
            call.sendResponseHeaders(200, 0);
            byte[] some = new byte[8192];
            try {
                while (true) {
                    call.getResponseBody().write(some);
                }
            } catch (IOException e) {
                // the other side has had enough
            }
        });
        stop("CT-1");
        outbox.awaitState(HOOK, "SENT");
    }

    @Test
    void whoWantsNoMoreIsLeftAloneUntilSomebodyEnablesIt() {
        serve();
        receiver.answers(410);
        stop("CT-1");
        JsonNode dead = outbox.awaitState(HOOK, "DEAD");
        assertThat(dead.get("lastFault").asText()).isEqualTo("answered 410");
        assertThat(trial.get("/api/deliveries")
                        .at("/disabledWebhooks/0/recipient")
                        .asText())
                .isEqualTo(HOOK);
        assertThat(trial.get("/api/audit?action=WEBHOOK_DISABLED")
                        .at("/entries/0/record")
                        .asText())
                .isEqualTo(HOOK);
        receiver.answers(200);
        stop("CT-2");
        JsonNode next = outbox.await(
                HOOK,
                one -> one.get("event").asInt() == 2
                        && one.get("state").asText().equals("DEAD"));
        assertThat(next.get("lastFault").asText()).isEqualTo("its webhook is disabled");
        assertThat(receiver.count()).isEqualTo(1);
        String enable = "/api/deliveries/webhooks/hook/enabling";
        expect(trial.send(Role.MONITOR, "POST", enable, ""), 403);
        expect(trial.send(Role.ADMIN, "POST", "/api/deliveries/webhooks/other/enabling", ""), 404);
        expect(trial.send(Role.ADMIN, "POST", enable, ""), 204);
        expect(trial.send(Role.ADMIN, "POST", enable, ""), 404);
        assertThat(trial.get("/api/deliveries").get("disabledWebhooks")).isEmpty();
        assertThat(trial.get("/api/audit?action=WEBHOOK_ENABLED")
                        .at("/entries/0/user")
                        .asText())
                .isEqualTo("admin");
        replay(next);
        outbox.awaitState(HOOK, "SENT");
    }

    private JsonNode replay(JsonNode delivery) {
        return json(expect(
                trial.send(
                        Role.ADMIN,
                        "POST",
                        "/api/deliveries/" + delivery.get("id").asText() + "/replay",
                        ""),
                201));
    }

    @Test
    void whatIsGivenUpIsShownAndCanBeWantedAgain() {
        serve("protocol-gate.delivery.attempts", "2");
        receiver.answers(503);
        stop("CT-1");
        JsonNode pending = outbox.awaitFault(HOOK, 1);
        String replay = "/api/deliveries/" + pending.get("id").asText() + "/replay";
        expect(trial.send(Role.ADMIN, "POST", replay, ""), 409);
        pass(LONGER_THAN_ANY_RETRY);
        JsonNode dead = outbox.awaitState(HOOK, "DEAD");
        assertThat(dead.get("attempts").asInt()).isEqualTo(2);
        assertThat(trial.get("/api/deliveries?state=DEAD").get("deliveries")).hasSize(1);
        assertThat(trial.get("/api/deliveries?state=SENT").get("deliveries")).isEmpty();
        pass(LONGER_THAN_ANY_RETRY);
        expect(trial.send(Role.COORDINATOR, "POST", replay, ""), 403);
        expect(trial.send(Role.COORDINATOR, "GET", "/api/deliveries", ""), 403);
        expect(trial.send(Role.ADMIN, "POST", "/api/deliveries/" + new java.util.UUID(0, 0) + "/replay", ""), 404);
        assertThat(receiver.count()).isEqualTo(2);
        receiver.answers(204);
        assertThat(replay(dead).get("attempts").asInt()).isZero();
        outbox.awaitState(HOOK, "SENT");
        assertThat(outbox.words(HOOK)).containsExactly("RAISED SENT 1");
        assertThat(trial.get("/api/audit?action=DELIVERY_REPLAYED").get("entries"))
                .hasSize(1);
        assertThat(trial.get("/api/audit/verification").get("whole").asBoolean())
                .isTrue();
    }

    @Test
    void whatIsResolvedMeanwhileIsNotSentAsIfItStood() {
        serve();
        receiver.answers(500);
        String fact = stop("CT-1");
        outbox.awaitFault(HOOK, 1);
        receiver.answers(200);
        trial.correct(fact, "{\"reason\": \"another patient's\"}");
        pass(LONGER_THAN_ANY_RETRY);
        outbox.awaitState(HOOK, "SENT");
        outbox.await(HOOK, last -> outbox.words(HOOK).get(0).equals("RAISED DROPPED 1"));
        assertThat(outbox.words(HOOK)).containsExactly("RAISED DROPPED 1", "RESOLVED SENT 1");
        assertThat(receiver.count()).isEqualTo(2);
    }

    @Test
    void anAddressInsideIsNotCalled() {
        serve("protocol-gate.webhooks.allow-private", "false");
        stop("CT-1");
        assertThat(outbox.awaitFault(HOOK, 1).get("lastFault").asText()).contains("address is private");
        assertThat(receiver.count()).isZero();
    }

    @Test
    void eachGetsWhatConcernsIt() {
        serve(
                "protocol-gate.recipients.inform.webhook",
                receiver.uri("/inform").toString(),
                "protocol-gate.recipients.inform.secret",
                Receiver.SECRET,
                "protocol-gate.recipients.inform.severities",
                "info",
                "protocol-gate.recipients.inform.role",
                "MONITOR");
        stop("CT-1");
        outbox.awaitState(HOOK, "SENT");
        trial.enrolReady("CT-2", TODAY, LOWEST);
        expect(trial.authorise(trial.decide("CT-2", "INFUSION", TODAY), LOWEST), 201);
        JsonNode told = outbox.awaitState("inform", "SENT");
        assertThat(told.get("role").asText()).isEqualTo("MONITOR");
        assertThat(trial.get("/api/alerts/" + told.get("alert").asText())
                        .get("cause")
                        .asText())
                .isEqualTo("AUTHORISATION_LAPSES");
        assertThat(outbox.words("inform")).containsExactly("RAISED SENT 1");
        assertThat(outbox.to(HOOK)).noneMatch(one -> one.get("alert").equals(told.get("alert")));
    }
}
