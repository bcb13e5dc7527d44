package org.protocolgate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.user.Role;

/** Several at the same time, over HTTP. */
@ParameterizedClass
@EnumSource(Database.class)
record RaceTest(Database database) {

    private static final int THREADS = 8;
    private static final int EACH = 5;

    @Test
    void theSameKeyRecordsOnceAndIsAnsweredAlike() throws Exception {
        Service service = Service.on(database);
        String code = enrolled(service, "RACE-1");
        List<Callable<HttpResponse<String>>> posts = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            posts.add(
                    () -> service.send(post(service, code, "facts", review("r")).header("Idempotency-Key", "once")));
        }
        Set<String> answers = new HashSet<>();
        for (HttpResponse<String> answer : together(posts)) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            answers.add(answer.body());
        }
        assertThat(answers).hasSize(1);
        assertThat(Service.json(service.get(Role.MONITOR, "/api/participants/" + code + "/facts")))
                .hasSize(1);
        assertWhole(service);
    }

    @Test
    void oneParticipantIsWrittenToAndDecidedOnInOneOrder() throws Exception {
        Service service = Service.on(database);
        String code = enrolled(service, "RACE-2");
        List<Callable<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < THREADS * EACH; i++) {
            String ref = "r" + i;
            asked.add(
                    i % 2 == 0
                            ? () -> service.send(post(service, code, "facts", review(ref)))
                            : () -> service.send(post(
                                    service, code, "decisions", "{\"gate\": \"INFUSION\", \"on\": \"2026-03-10\"}")));
        }
        for (HttpResponse<String> answer : together(asked)) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
        JsonNode facts = Service.json(service.get(Role.MONITOR, "/api/participants/" + code + "/facts"));
        assertThat(facts.findValuesAsText("ref")).hasSize(THREADS * EACH / 2).doesNotHaveDuplicates();
        JsonNode decisions = Service.json(service.get(Role.MONITOR, "/api/participants/" + code + "/decisions"));
        assertThat(decisions.findValuesAsText("number"))
                .hasSize(THREADS * EACH / 2)
                .doesNotHaveDuplicates();
        for (JsonNode decision : decisions) {
            JsonNode replay = Service.json(service.get(
                    Role.MONITOR, "/api/decisions/" + decision.get("id").asText() + "/replay"));
            assertThat(replay.get("equal").asBoolean()).as(replay.toString()).isTrue();
        }
        assertWhole(service);
    }

    private static String enrolled(Service service, String code) {
        HttpResponse<String> answer =
                service.send(Role.COORDINATOR, "PUT", "/api/participants/" + code, "{\"sex\": \"FEMALE\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return code;
    }

    private static String review(String ref) {
        return "[{\"id\": \"" + ref + "\", \"type\": \"review\", \"topic\": \"MEDICATION\", \"on\": \"2026-03-10\"}]";
    }

    private static HttpRequest.Builder post(Service service, String code, String what, String sent) {
        return service.request(Role.COORDINATOR, "/api/participants/" + code + "/" + what)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(sent));
    }

    private static List<HttpResponse<String>> together(List<Callable<HttpResponse<String>>> asked) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (Future<HttpResponse<String>> answer : threads.invokeAll(asked)) {
            answers.add(answer.get());
        }
        threads.shutdown();
        return answers;
    }

    private static void assertWhole(Service service) {
        JsonNode verified = Service.json(service.get(Role.MONITOR, "/api/audit/verification"));
        assertThat(verified.get("whole").asBoolean()).as(verified.toString()).isTrue();
    }
}
