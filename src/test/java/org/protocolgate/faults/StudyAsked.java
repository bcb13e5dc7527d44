package org.protocolgate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.TransactionOperations;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.protocolgate.testing.Service;
import org.protocolgate.user.Role;

/** The stored study with a participant and a fact, asked what it should refuse. */
record StudyAsked(Service service) {

    static final String CODE = "CT-301";
    static final String FACTS = "/api/participants/" + CODE + "/facts";
    static final String DECISIONS = "/api/participants/" + CODE + "/decisions";
    static final String WEIGHT = "{'type': 'vital', 'kind': 'WEIGHT', 'value': 60, 'unit': 'kg', 'on': '2026-02-02'}";

    StudyAsked {
        service.send(Role.COORDINATOR, "PUT", "/api/participants/" + CODE, "{\"sex\": \"MALE\"}");
        service.token(Role.INVESTIGATOR);
        fact(service);
    }

    /** The identifier of a fact that is there. */
    String fact() {
        return fact(service);
    }

    private static String fact(Service service) {
        HttpResponse<String> answer = service.send(service.request(Role.COORDINATOR, FACTS)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "the first")
                .POST(HttpRequest.BodyPublishers.ofString(quoted("[" + WEIGHT + "]"))));
        return Service.json(answer).at("/ids/0").asText();
    }

    static void assertRefused(HttpResponse<String> answer, String pointers) {
        assertProblem(answer, 400);
        List<String> named = Service.json(answer).get("violations").findValuesAsText("pointer");
        assertThat(named).as(answer.body()).containsExactlyInAnyOrder(pointers.split(" "));
    }

    static void assertProblem(HttpResponse<String> answer, Integer... statuses) {
        assertThat(answer.statusCode()).as(answer.body()).isIn((Object[]) statuses);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Service.json(answer).get("status").asInt()).isEqualTo(answer.statusCode());
    }

    HttpResponse<String> put(String code, String sent) {
        return service.send(request("PUT", "/api/participants/" + code, sent));
    }

    HttpResponse<String> post(String path, String sent) {
        return service.send(request("POST", path, sent));
    }

    HttpRequest.Builder request(String method, String path, String sent) {
        return service.request(Role.COORDINATOR, path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(quoted(sent)));
    }

    /** JSON is easier to read in Java with single quotes; a text that has double ones is JSON already. */
    static String quoted(String sent) {
        return sent.contains("\"") ? sent : sent.replace('\'', '"');
    }

    /** How much there is of everything but the audit log's entries on who asked. */
    Map<String, Long> rows() {
        TransactionOperations<Connection> transactions = transactions();
        Map<String, Long> rows = new TreeMap<>();
        for (String table : List.of(
                "participant",
                "participant_version",
                "participant_voiding",
                "fact",
                "correction",
                "idempotency_key",
                "decision",
                "decision_answer",
                "signature",
                "audit_chain",
                "audit_entry where chain like 'participant:%'")) {
            rows.put(table, transactions.executeRead(status -> {
                try (Statement statement = status.getConnection().createStatement();
                        ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                    count.next();
                    return count.getLong(1);
                }
            }));
        }
        return rows;
    }

    @SuppressWarnings("unchecked")
    private TransactionOperations<Connection> transactions() {
        return service.bean(TransactionOperations.class);
    }
}
