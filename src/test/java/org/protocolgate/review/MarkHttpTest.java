package org.protocolgate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.testing.Trial.expect;
import static org.protocolgate.testing.Trial.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionOperations;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.audit.Digest;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** Monitors mark decisions and fired rules as reviewed, signed; a mark is of one entry as it was when it was looked at. */
@ParameterizedClass
@EnumSource(Database.class)
class MarkHttpTest {

    private static final String CODE = "CT-1";

    private final Database database;
    private Service service;
    private Trial trial;
    private String decision;
    private JsonNode made;

    MarkHttpTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        service = Service.start(database, Map.of("testing.clock", "set"));
        trial = Trial.at(service);
        trial.enrol(CODE);
        decision = trial.decide(CODE, "SCREENING", LocalDate.parse("2026-03-10"))
                .get("id")
                .asText();
        made = trial.get("/api/audit?action=DECISION_MADE&decision=" + decision).at("/entries/0");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aDecisionAndARuleAreMarkedAndTheMarkIsTakenBack() {
        JsonNode fired =
                trial.get("/api/audit?action=RULE_FIRED&decision=" + decision).at("/entries/0");
        assertThat(count("&reviewed=true")).isZero();
        long open = count("&reviewed=false");
        JsonNode mark = json(expect(mark(body(made, "looked through")), 201));
        expect(mark(body(fired, null)), 201);
        assertThat(mark.get("holds").asBoolean()).isTrue();
        assertThat(mark.get("comment").asText()).isEqualTo("looked through");
        assertThat(mark.get("by").asText()).isEqualTo("monitor");
        assertThat(count("&reviewed=true")).isEqualTo(2);
        assertThat(count("&reviewed=false")).isEqualTo(open - 2);
        assertThat(count("&reviewed=true&action=RULE_FIRED")).isEqualTo(1);
        expect(mark(body(made, "twice")), 409);

        String path = "/api/review-marks/" + mark.get("id").asText() + "/withdrawal";
        expect(service.post(Role.MONITOR, path, "{}"), 400);
        JsonNode back = json(expect(service.post(Role.MONITOR, path, "{\"reason\": \"the wrong one\"}"), 201));
        assertThat(back.get("holds").asBoolean()).isFalse();
        assertThat(back.at("/withdrawn/reason").asText()).isEqualTo("the wrong one");
        expect(service.post(Role.MONITOR, path, "{\"reason\": \"again\"}"), 409);
        assertThat(count("&reviewed=true")).isEqualTo(1);
        expect(mark(body(made, "now rightly")), 201);
        JsonNode all = trial.get("/api/review-marks?decision=" + decision);
        assertThat(all.findValuesAsText("holds")).containsExactly("false", "true", "true");

        JsonNode log = trial.get("/api/audit?participant=" + CODE);
        assertThat(log.findValuesAsText("action")).contains("REVIEW_MARKED", "REVIEW_MARK_WITHDRAWN");
        assertThat(log.findValuesAsText("says"))
                .contains("monitor marked a rule that fired of " + CODE + " as reviewed and signed.");
        assertThat(log.toString()).doesNotContain("looked through", "the wrong one");
        assertThat(faults()).isEmpty();
    }

    @Test
    void whatWasNotSignedAsItStandsIsNotMarked() {
        String body = body(made, "so");
        HttpResponse<String> unsigned = service.post(Role.MONITOR, "/api/review-marks", body);
        expect(unsigned, 403);
        expect(marked(body, sign(body(made, "otherwise"))), 403);
        String other = "{\"entry\": \"%s\", \"hash\": \"%s\"}".formatted(id(made), "0".repeat(64));
        expect(mark(other), 409);
        JsonNode enrolled = trial.get("/api/audit?action=PARTICIPANT_ENROLLED").at("/entries/0");
        expect(mark(body(enrolled, null)), 409);
        expect(mark("{\"entry\": \"%s\", \"hash\": \"%s\"}".formatted(UUID.randomUUID(), "0".repeat(64))), 404);
        JsonNode faulty = json(expect(mark("{\"entry\": \"x\", \"hash\": \"y\", \"more\": 1}"), 400));
        assertThat(faulty.get("violations").findValuesAsText("pointer")).contains("/entry", "/hash", "/more");
        for (Role role : List.of(Role.COORDINATOR, Role.INVESTIGATOR, Role.ADMIN)) {
            expect(service.post(role, "/api/review-marks", body), 403);
            expect(service.get(role, "/api/review-marks?decision=" + decision), 200);
        }
        assertThat(count("&reviewed=true")).isZero();
    }

    /** A convention serves several criteria: each of its firings is told with the one that it found something of. */
    @Test
    void eachRuleThatFoundSomethingIsToldWithItsCriterion() {
        JsonNode fired = trial.get("/api/audit?action=RULE_FIRED&limit=500&decision=" + decision)
                .get("entries");
        List<JsonNode> found = new ArrayList<>();
        fired.forEach(found::add);
        assertThat(found)
                .anyMatch(entry -> entry.get("rule").asText().startsWith("absence "))
                .filteredOn(entry -> !entry.get("status").isNull())
                .allMatch(entry -> !entry.get("criterion").isNull());
    }

    /** Whoever owns the database may change rows; no mark is then shown of what was not looked at. */
    @Test
    void aMarkOfSomethingElseDoesNotCountAndIsNoticed() {
        JsonNode mark = json(expect(mark(body(made, "so")), 201));
        String fired = id(
                trial.get("/api/audit?action=RULE_FIRED&decision=" + decision).at("/entries/0"));
        tamper("review_mark", "entry = '" + fired + "'", "entry = '" + id(made) + "'");
        tamper("review_mark", "body = replace(body, '\"so\"', '\"no\"')", "body = replace(body, '\"no\"', '\"so\"')");
        tamper(
                "audit_entry",
                "status = 'PROCEED' where id = '" + id(made) + "'",
                "status = '" + made.get("status").asText() + "' where id = '" + id(made) + "'");
        assertThat(trial.get("/api/review-marks?decision=" + decision)
                        .at("/0/holds")
                        .asBoolean())
                .isTrue();

        service.post(Role.MONITOR, "/api/review-marks/" + id(mark) + "/withdrawal", "{\"reason\": \"the wrong one\"}");
        String query = id(json(expect(
                service.post(Role.MONITOR, "/api/queries", "{\"participant\": \"CT-1\", \"text\": \"why?\"}"), 201)));
        expect(service.post(Role.COORDINATOR, "/api/queries/" + query + "/answer", "{\"text\": \"so\"}"), 200);
        assertThat(faults()).isEmpty();
        changed("review_mark_end", "body = replace(body, 'wrong', 'right')");
        changed("data_query", "about = 'FACT'");
        changed("data_query_message", "kind = 'CLOSED'");
    }

    private void tamper(String table, String change, String back) {
        execute(table, change);
        assertThat(trial.get("/api/review-marks?decision=" + decision)
                        .at("/0/holds")
                        .asBoolean())
                .as(table + " " + change)
                .isFalse();
        assertThat(faults()).hasSize(1);
        execute(table, back);
        assertThat(faults()).isEmpty();
    }

    private void changed(String table, String change) {
        execute(table, change);
        assertThat(faults()).as(table).isNotEmpty();
    }

    private void execute(String table, String change) {
        TransactionOperations<Connection> transactions =
                service.bean(Argument.of(TransactionOperations.class, Connection.class));
        transactions.executeWrite(status -> {
            try (Statement statement = status.getConnection().createStatement()) {
                boolean postgres = database == Database.POSTGRESQL;
                statement.execute("drop trigger if exists " + table + "_stays" + (postgres ? " on " + table : ""));
                return statement.executeUpdate("update " + table + " set " + change);
            }
        });
    }

    private JsonNode faults() {
        return trial.get("/api/audit/verification").get("faults");
    }

    private long count(String filter) {
        return trial.get("/api/audit?limit=500&decision=" + decision + filter)
                .get("entries")
                .size();
    }

    private static String id(JsonNode record) {
        return record.get("id").asText();
    }

    private static String body(JsonNode entry, String comment) {
        return "{\"entry\": \"%s\", \"hash\": \"%s\"%s}"
                .formatted(
                        id(entry),
                        entry.get("hash").asText(),
                        comment == null ? "" : ", \"comment\": \"" + comment + "\"");
    }

    private HttpResponse<String> mark(String body) {
        return marked(body, sign(body));
    }

    private HttpResponse<String> marked(String body, String signature) {
        return service.send(service.request(Role.MONITOR, "/api/review-marks")
                .header("Content-Type", "application/json")
                .header("X-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String sign(String body) {
        String signing = "{\"password\": \"%s\", \"meaning\": \"I have reviewed this.\", \"digest\": \"%s\"}"
                .formatted(Service.PASSWORD, Digest.of(body));
        return json(expect(service.post(Role.MONITOR, "/api/signatures", signing), 201))
                .get("token")
                .asText();
    }
}
