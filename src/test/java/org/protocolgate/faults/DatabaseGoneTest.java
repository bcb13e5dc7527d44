package org.protocolgate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.protocolgate.testing.Service;
import org.protocolgate.user.Role;

/** A database that goes away in the middle of requests: they are told so, nothing is half recorded, and it goes on by itself. */
class DatabaseGoneTest {

    private static final int TIMES = Boolean.getBoolean("protocolgate.long") ? 20 : 3;

    @TempDir
    Path data;

    private final Ledger ledger = new Ledger();
    private OwnPostgres postgres;
    private Service service;
    private Client coordinator;
    private Client monitor;

    @BeforeEach
    void start() throws Exception {
        postgres = new OwnPostgres(data);
        Map<String, Object> settings = new HashMap<>(postgres.settings());
        settings.put("datasources.default.connection-timeout", 1000);
        service = Service.of(ApplicationContext.run(EmbeddedServer.class, settings));
        coordinator = new Client(service.uri("/"), service.token(Role.COORDINATOR));
        monitor = new Client(service.uri("/"), service.token(Role.MONITOR));
        Load.enrol(coordinator);
    }

    @AfterEach
    void stop() throws Exception {
        service.close();
        postgres.close();
    }

    @Test
    void requestsAreToldAndTheServiceGoesOnWhenItIsBack() throws Exception {
        Random random = random();
        Kept kept = new Kept(ledger);
        for (int i = 0; i < TIMES; i++) {
            Load load = Load.start(coordinator, ledger, random.nextLong());
            load.awaitRecorded(1 + random.nextInt(60));
            postgres.kill();
            load.awaitUnavailable(8);
            assertThat(service.get(null, "/health").body()).contains("\"DOWN\"");
            postgres.startAgain();
            load.awaitRecorded(10);
            load.stop();
            System.out.println("gone " + (i + 1) + ": " + ledger);
            kept.check(coordinator, monitor);
        }
        assertThat(Service.json(service.get(null, "/health")).get("status").asText())
                .isEqualTo("UP");
    }

    @Test
    void sessionsThatAreEndedAreReplaced() throws Exception {
        Random random = random();
        Load load = Load.start(coordinator, ledger, random.nextLong());
        for (int i = 0; i < TIMES * 5; i++) {
            load.awaitRecorded(1 + random.nextInt(10));
            postgres.endSessions();
        }
        load.awaitRecorded(10);
        load.stop();
        System.out.println("sessions ended: " + ledger);
        new Kept(ledger).check(coordinator, monitor);
    }

    @Test
    void everyRouteSaysThatItIsAwayAndNobodyIsRefusedForIt() throws Exception {
        postgres.kill();
        String participant = "/api/participants/CT-101";
        for (String path : List.of(
                "/api/participants",
                participant + "/facts",
                "/api/decisions/0199c2a4-5d1e-7c3a-9f00-1a2b3c4d5e6f",
                "/api/audit")) {
            assertAway(service.get(Role.COORDINATOR, path));
        }
        assertAway(service.send(Role.COORDINATOR, "PUT", "/api/participants/CT-109", "{\"sex\": \"MALE\"}"));
        assertAway(service.post(
                Role.COORDINATOR,
                participant + "/facts",
                "[{\"type\": \"review\", \"topic\": \"MEDICATION\", \"on\": \"2026-03-10\"}]"));
        assertAway(service.post(
                Role.COORDINATOR, participant + "/decisions", "{\"gate\": \"INFUSION\", \"on\": \"2026-03-10\"}"));
        assertAway(service.post(
                null, "/login", "{\"username\": \"monitor\", \"password\": \"" + Service.PASSWORD + "\"}"));
        assertAway(service.get(null, "/api/participants"));
        assertThat(service.get(null, "/health").statusCode()).isEqualTo(503);
    }

    private static Random random() {
        long seed = Long.getLong("protocolgate.seed", System.nanoTime());
        System.out.println("database gone: seed " + seed);
        return new Random(seed);
    }

    private static void assertAway(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
}
