package org.protocolgate.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.testing.Trial.expect;
import static org.protocolgate.testing.Trial.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.protocolgate.audit.Actor;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;
import org.protocolgate.user.Users;

/**
 * Two processes on one database are asked at the same moment for the slot of a level's sentinel: exactly one gives it. They go by
 * the real clock, so a round during which a day ends at the site is repeated.
 */
class AuthorisationRaceTest {

    private static final int ROUNDS = Boolean.getBoolean("protocolgate.long") ? 200 : 20;
    private static final String LEVEL = "3.0e8";
    private static final ZoneId SITE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path data;

    private final List<Site> sites = new ArrayList<>();
    private final List<String> enrolled = new ArrayList<>();
    private final List<String> given = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final CyclicBarrier together = new CyclicBarrier(2);
    private OwnPostgres postgres;

    /** One of the processes, and people who work with it. */
    private record Site(Program program, Trial trial, Client investigator) implements AutoCloseable {

        static Site start(Map<String, String> environment) throws Exception {
            Program program = Program.start(environment);
            Map<Role, String> tokens = new HashMap<>();
            for (Role role : List.of(Role.COORDINATOR, Role.INVESTIGATOR, Role.MONITOR)) {
                tokens.put(
                        role,
                        program.login(role.name().toLowerCase(Locale.ROOT)).token());
            }
            return new Site(
                    program,
                    new Trial(program.uri(), tokens::get),
                    new Client(program.uri(), tokens.get(Role.INVESTIGATOR)));
        }

        @Override
        public void close() {
            program.close();
        }
    }

    @BeforeEach
    void start() throws Exception {
        postgres = new OwnPostgres(data);
        addUsers();
        Map<String, String> environment = new HashMap<>();
        postgres.settings()
                .forEach((name, value) ->
                        environment.put(name.toUpperCase(Locale.ROOT).replace('.', '_'), value.toString()));
        sites.add(Site.start(environment));
        sites.add(Site.start(environment));
    }

    private void addUsers() {
        Map<String, Object> settings = new HashMap<>(postgres.settings());
        settings.put("protocol-gate.secret", Program.SECRET);
        try (ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(settings)
                .start()) {
            Users users = context.getBean(Users.class);
            for (Role role : List.of(Role.COORDINATOR, Role.INVESTIGATOR, Role.MONITOR)) {
                users.add(role.name().toLowerCase(Locale.ROOT), role, Service.PASSWORD, Actor.SERVICE);
            }
        }
    }

    @AfterEach
    void stop() throws Exception {
        threads.shutdownNow();
        sites.forEach(Site::close);
        postgres.close();
    }

    @Test
    void ofTwoWhoAskTogetherExactlyOneIsAuthorised() throws Exception {
        long began = System.nanoTime();
        LocalDate ready = null;
        int rounds = 0;
        while (rounds < ROUNDS) {
            LocalDate today = LocalDate.now(SITE);
            if (!today.equals(ready)) {
                enrolPair(today);
                ready = today;
            }
            if (round(rounds, today)) {
                rounds++;
            }
        }
        System.out.println(rounds + " rounds in " + (System.nanoTime() - began) / 1_000_000 + " ms");
        Trial monitor = sites.get(0).trial();
        List<String> kept = new ArrayList<>();
        for (String code : enrolled) {
            monitor.get("/api/participants/" + code + "/authorisations")
                    .forEach(one -> kept.add(one.get("id").asText()));
        }
        assertThat(kept).containsExactlyInAnyOrderElementsOf(given).hasSizeGreaterThanOrEqualTo(ROUNDS);
        JsonNode verified = monitor.get("/api/audit/verification");
        assertThat(verified.get("whole").asBoolean()).as(verified.toString()).isTrue();
    }

    private void enrolPair(LocalDate today) {
        for (int i = 0; i < 2; i++) {
            String code = "CT-" + (enrolled.size() + 1);
            sites.get(i).trial().enrolReady(code, today, LEVEL);
            enrolled.add(code);
        }
    }

    /** Whether it took place on one day. */
    private boolean round(int number, LocalDate today) throws Exception {
        int turn = number % 2;
        List<Callable<HttpResponse<String>>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Site site = sites.get((i + turn) % 2);
            JsonNode decision = site.trial().decide(enrolled.get(enrolled.size() - 2 + i), "INFUSION", today);
            if (!isStill(today)) {
                return false;
            }
            assertThat(decision.get("verdict").asText()).as(decision.toString()).isEqualTo("PROCEED");
            HttpRequest.Builder request = authorising(site, decision);
            both.add(() -> {
                together.await();
                return site.investigator().send(request);
            });
        }
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (Future<HttpResponse<String>> answer : threads.invokeAll(both)) {
            answers.add(answer.get());
        }
        List<HttpResponse<String>> granted =
                answers.stream().filter(answer -> answer.statusCode() == 201).toList();
        granted.forEach(answer -> given.add(json(answer).get("id").asText()));
        assertThat(granted).as("round " + number).hasSizeLessThanOrEqualTo(1);
        if (!isStill(today)) {
            return false;
        }
        for (HttpResponse<String> answer : answers) {
            if (answer.statusCode() != 201) {
                assertThat(json(expect(answer, 409)).get("criteria").findValuesAsText("id"))
                        .as(answer.body())
                        .containsExactly("SENT-01");
            }
        }
        assertThat(granted).as("round " + number).hasSize(1);
        HttpResponse<String> revoked = sites.get(turn).trial().revoke(given.get(given.size() - 1));
        if (!isStill(today)) {
            return false;
        }
        expect(revoked, 201);
        return true;
    }

    private static boolean isStill(LocalDate today) {
        return LocalDate.now(SITE).equals(today);
    }

    /** A request that is signed already, so that nothing but the authorisation is left to race for. */
    private static HttpRequest.Builder authorising(Site site, JsonNode decision) {
        String body = "{\"participant\": \"" + decision.get("participant").asText() + "\", \"on\": \""
                + decision.get("on").asText() + "\", \"level\": \"" + LEVEL + "\"}";
        String path = "/api/decisions/" + decision.get("id").asText() + "/authorisation";
        return site.investigator()
                .request(path, "POST", body)
                .header("X-Signature", site.trial().sign(body));
    }
}
