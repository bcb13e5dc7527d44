package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.audit.Chain;
import org.protocolgate.testing.AuditEntries;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.MovedClock;
import org.protocolgate.testing.Service;
import org.protocolgate.user.Role;

/** Accounts from their first login to their end. */
@ParameterizedClass
@EnumSource(Database.class)
class AccountHttpTest {

    private static final String CHOSEN = "a password of my own";

    @Parameter
    Database database;

    private Service service;
    private final String name = "u" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void start() {
        service = Service.start(database, Map.of("testing.clock", true));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aLoginGivesATokenForHalfAnHour() {
        JsonNode answer = Service.json(attempt("coordinator", Service.PASSWORD));
        assertThat(answer.get("username").asText()).isEqualTo("coordinator");
        assertThat(answer.get("roles").toString()).isEqualTo("[\"COORDINATOR\"]");
        assertThat(answer.get("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.get("expires_in").asInt()).isEqualTo(1800);
        assertThat(get(answer.get("access_token").asText()).statusCode()).isEqualTo(200);
        assertThat(audit()).contains("LOGGED_IN coordinator COORDINATOR null {}");
    }

    @Test
    void aRefusedLoginDoesNotSayWhy() {
        HttpResponse<String> wrong = attempt("coordinator", "wrong");
        HttpResponse<String> unknown = attempt("nobody", "wrong");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Service.json(wrong).get("detail").asText()).startsWith("Name or password is wrong");
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(audit())
                .contains("LOGIN_FAILED coordinator COORDINATOR null {\"why\":\"wrong password\"}")
                .contains("LOGIN_FAILED unknown NONE null {\"why\":\"no such account\"}")
                .noneMatch(entry -> entry.contains("nobody"));
    }

    @Test
    void fiveWrongPasswordsLockTheAccountForAQuarterOfAnHour() {
        for (int i = 0; i < 5; i++) {
            attempt("monitor", "wrong");
        }
        assertThat(attempt("monitor", Service.PASSWORD).statusCode()).isEqualTo(401);
        assertThat(audit()).anyMatch(entry -> entry.startsWith("ACCOUNT_LOCKED monitor MONITOR monitor {\"until\":"));
        service.bean(MovedClock.class).forward(Duration.ofMinutes(14));
        assertThat(attempt("monitor", Service.PASSWORD).statusCode()).isEqualTo(401);
        service.bean(MovedClock.class).forward(Duration.ofMinutes(2));
        assertThat(attempt("monitor", Service.PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void aRightPasswordStartsTheCountAnew() {
        for (int i = 0; i < 12; i++) {
            boolean right = i % 4 == 3;
            assertThat(attempt("monitor", right ? Service.PASSWORD : "wrong").statusCode())
                    .isEqualTo(right ? 200 : 401);
        }
    }

    @Test
    void anAdministratorEndsALockout() {
        for (int i = 0; i < 5; i++) {
            attempt("monitor", "wrong");
        }
        assertThat(admin("/monitor/unlock").statusCode()).isEqualTo(204);
        assertThat(attempt("monitor", Service.PASSWORD).statusCode()).isEqualTo(200);
        assertThat(audit()).contains("ACCOUNT_UNLOCKED admin ADMIN monitor {}");
    }

    @Test
    void whoIsAddedChangesThePasswordFirst() {
        String given = add();
        String token = service.login(name, given);
        HttpResponse<String> refused = get(token);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Service.json(refused).get("detail").asText()).contains("POST /api/password");
        assertThat(change(token, given, "short").statusCode()).isEqualTo(400);
        assertThat(change(token, given, given).statusCode()).isEqualTo(400);
        assertThat(change(token, "wrong", CHOSEN).statusCode()).isEqualTo(403);
        assertThat(change(token, given, CHOSEN).statusCode()).isEqualTo(204);
        assertThat(get(token).statusCode()).isEqualTo(401);
        assertThat(attempt(name, given).statusCode()).isEqualTo(401);
        assertThat(get(service.login(name, CHOSEN)).statusCode()).isEqualTo(200);
        assertThat(audit())
                .contains("ACCOUNT_CREATED admin ADMIN " + name + " {\"role\":\"COORDINATOR\"}")
                .contains("PASSWORD_CHANGED " + name + " COORDINATOR " + name + " {}")
                .noneMatch(entry -> entry.contains(given) || entry.contains(CHOSEN));
    }

    @Test
    void aResetEndsTheOldPasswordAndAllTokens() {
        String token = service.token(Role.MONITOR);
        assertThat(get(token).statusCode()).isEqualTo(200);
        String given =
                Service.json(admin("/monitor/password-reset")).get("password").asText();
        assertThat(get(token).statusCode()).isEqualTo(401);
        assertThat(attempt("monitor", Service.PASSWORD).statusCode()).isEqualTo(401);
        assertThat(service.login("monitor", given)).isNotEmpty();
    }

    @Test
    void aDeactivatedAccountIsOutAtOnce() {
        String token = service.token(Role.MONITOR);
        assertThat(admin("/monitor/deactivation").statusCode()).isEqualTo(204);
        assertThat(get(token).statusCode()).isEqualTo(401);
        assertThat(attempt("monitor", Service.PASSWORD).statusCode()).isEqualTo(401);
        assertThat(admin("/monitor/activation").statusCode()).isEqualTo(204);
        assertThat(get(token).statusCode()).isEqualTo(401);
        assertThat(attempt("monitor", Service.PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void accountsAreListedWithoutTheirPasswords() {
        HttpResponse<String> list = service.get(Role.ADMIN, "/api/users");
        assertThat(Service.json(list).findValuesAsText("username"))
                .containsExactly("admin", "coordinator", "investigator", "monitor");
        assertThat(list.body()).doesNotContain("argon", "assword");
    }

    @Test
    void whatCannotBeDoneIsAProblem() {
        assertThat(admin("/nobody/unlock").statusCode()).isEqualTo(404);
        assertThat(post("/api/users", "{\"username\": \"monitor\", \"role\": \"ADMIN\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(post("/api/users", "{\"username\": \"Mon Itor\", \"role\": \"ADMIN\"}")
                        .statusCode())
                .isEqualTo(400);
        for (String bad : List.of("{\"username\": \"new.one\", \"role\": \"OWNER\"}", "{}", "[]", "nothing")) {
            HttpResponse<String> answer = post("/api/users", bad);
            assertThat(answer.statusCode()).as(bad).isEqualTo(400);
            assertThat(Service.json(answer).get("status").asInt()).isEqualTo(400);
        }
        assertThat(attempt("", "").statusCode()).isEqualTo(400);
    }

    private String add() {
        HttpResponse<String> added = post("/api/users", "{\"username\": \"" + name + "\", \"role\": \"COORDINATOR\"}");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        return Service.json(added).get("password").asText();
    }

    private HttpResponse<String> post(String path, String json) {
        return service.post(Role.ADMIN, path, json);
    }

    private HttpResponse<String> admin(String what) {
        return service.post(Role.ADMIN, "/api/users" + what, null);
    }

    private HttpResponse<String> attempt(String username, String password) {
        return service.post(null, "/login", "{\"username\": \"" + username + "\", \"password\": \"" + password + "\"}");
    }

    private HttpResponse<String> change(String token, String old, String chosen) {
        return service.send(service.request(null, "/api/password")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"old\": \"" + old + "\", \"new\": \"" + chosen + "\"}")));
    }

    private HttpResponse<String> get(String token) {
        return service.send(service.request(null, "/api/protocols").header("Authorization", "Bearer " + token));
    }

    private List<String> audit() {
        return new AuditEntries(service).of(Chain.SYSTEM);
    }
}
