package org.protocolgate.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.testing.Trial.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/**
 * People work on several members of a cohort at once: facts, questions, authorisations and decisions on levels come in any order,
 * each is answered, and every decision can be made again from what it saw. Run again with {@code -Dprotocolgate.seed=} and the
 * seed that was printed.
 */
@ParameterizedClass
@EnumSource(Database.class)
class CohortRaceTest {

    private static final int THREADS = 8;
    private static final int ACTS = Boolean.getBoolean("protocolgate.long") ? 1000 : 100;
    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final List<String> LOWEST = List.of("CT-1", "CT-2", "CT-3", "CT-4");
    private static final List<String> MIDDLE = List.of("CT-5", "CT-6");

    private final Database database;
    private final Map<String, JsonNode> decisions = new ConcurrentHashMap<>();
    private final Queue<String> authorisations = new ConcurrentLinkedQueue<>();
    private Service service;
    private Trial trial;

    CohortRaceTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        service = Service.start(database, Map.of("testing.clock", "set"));
        trial = Trial.at(service);
        LOWEST.forEach(code -> trial.enrolReady(code, TODAY, "3.0e8"));
        MIDDLE.forEach(code -> trial.enrolReady(code, TODAY, "4.5e8"));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void eachIsAnsweredAndEveryDecisionCanBeMadeAgain() throws Exception {
        long seed = Long.getLong("protocolgate.seed", System.nanoTime());
        System.out.println(database + ": seed " + seed);
        Random seeds = new Random(seed);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        Map<String, Integer> tally = new TreeMap<>();
        List<Future<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < ACTS; i++) {
            Random random = new Random(seeds.nextLong());
            answers.add(threads.submit(() -> act(random)));
        }
        for (Future<HttpResponse<String>> answer : answers) {
            HttpResponse<String> one = answer.get();
            assertThat(one.statusCode()).as(one.request() + " " + one.body()).isIn(200, 201, 409);
            String path = one.request().uri().getPath();
            tally.merge(path.substring(path.lastIndexOf('/') + 1) + " " + one.statusCode(), 1, Integer::sum);
        }
        System.out.println(database + ": " + tally);
        threads.shutdown();
        int made = 0;
        int open = 0;
        for (String code : all()) {
            for (JsonNode decision : trial.get("/api/participants/" + code + "/decisions?limit=500")) {
                JsonNode replay =
                        trial.get("/api/decisions/" + decision.get("id").asText() + "/replay");
                assertThat(replay.get("equal").asBoolean())
                        .as(replay.toString())
                        .isTrue();
                made++;
            }
            for (JsonNode given : trial.get("/api/participants/" + code + "/authorisations")) {
                open += LOWEST.contains(code) && given.get("state").asText().equals("OPEN") ? 1 : 0;
            }
        }
        assertThat(made).isPositive();
        assertThat(open).isLessThanOrEqualTo(1);
        JsonNode verified = trial.get("/api/audit/verification");
        assertThat(verified.get("whole").asBoolean()).as(verified.toString()).isTrue();
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>(LOWEST);
        all.addAll(MIDDLE);
        return all;
    }

    private HttpResponse<String> act(Random random) {
        String code = all().get(random.nextInt(all().size()));
        return switch (random.nextInt(10)) {
            case 0 -> facts(code, "{\"type\": \"review\", \"topic\": \"MEDICATION\", \"on\": \"2026-03-10\"}");
            case 1 -> facts(code, "{\"type\": \"safetyReview\", \"significantRisk\": false, \"on\": \"2026-03-10\"}");
            case 2 -> facts(code, "{\"type\": \"milestone\", \"kind\": \"INFUSION_PLANNED\", \"on\": \"2026-03-10\"}");
            case 3 -> trial.decideOnLevel("3.0e8", random.nextBoolean() ? "OPEN" : "CLOSE", "4.5e8");
            case 4 -> revoke();
            case 5 -> trial.send(Role.MONITOR, "GET", "/api/levels", "");
            case 6, 7 -> decide(code);
            default -> authorise(code);
        };
    }

    private HttpResponse<String> facts(String code, String fact) {
        return trial.signed("/api/participants/" + code + "/facts", "[" + fact + "]");
    }

    private HttpResponse<String> decide(String code) {
        String question = "{\"gate\": \"INFUSION\", \"on\": \"" + TODAY + "\"}";
        HttpResponse<String> answer =
                trial.send(Role.COORDINATOR, "POST", "/api/participants/" + code + "/decisions", question);
        decisions.put(code, json(answer));
        return answer;
    }

    private HttpResponse<String> authorise(String code) {
        HttpResponse<String> decided = decide(code);
        HttpResponse<String> answer = trial.authorise(json(decided), LOWEST.contains(code) ? "3.0e8" : "4.5e8");
        if (answer.statusCode() == 201) {
            authorisations.add(json(answer).get("id").asText());
        }
        return answer;
    }

    private HttpResponse<String> revoke() {
        String last = authorisations.poll();
        return last == null ? trial.send(Role.MONITOR, "GET", "/api/levels/3.0e8", "") : trial.revoke(last);
    }
}
