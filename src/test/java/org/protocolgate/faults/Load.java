package org.protocolgate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Clients that post facts and ask questions about a few participants at the same time, and note every answer. */
final class Load {

    static final List<String> CODES = List.of("CT-101", "CT-102", "CT-103");

    private static final int CLIENTS = 4;
    private static final long SECONDS = 90;

    private final Client client;
    private final Ledger ledger;
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final List<Future<?>> clients = new ArrayList<>();
    private final Semaphore recorded = new Semaphore(0);
    private final Semaphore unavailable = new Semaphore(0);
    private volatile boolean stopped;

    private Load(Client client, Ledger ledger) {
        this.client = client;
        this.ledger = ledger;
    }

    static Load start(Client client, Ledger ledger, long seed) {
        Load load = new Load(client, ledger);
        for (int i = 0; i < CLIENTS; i++) {
            Random random = new Random(seed + i);
            load.clients.add(load.threads.submit(() -> load.ask(random)));
        }
        return load;
    }

    static void enrol(Client client) throws IOException {
        for (String code : CODES) {
            client.send(
                    client.request(
                            "/api/participants/" + code, "PUT", "{\"sex\": \"MALE\", \"birthDate\": \"1990-05\"}"),
                    201);
        }
    }

    /** Waits until so many more requests were answered with 201. */
    void awaitRecorded(int answers) throws InterruptedException {
        await(recorded, answers);
    }

    /** Waits until so many more requests were answered with 503. */
    void awaitUnavailable(int answers) throws InterruptedException {
        await(unavailable, answers);
    }

    private static void await(Semaphore answered, int answers) throws InterruptedException {
        answered.drainPermits();
        assertThat(answered.tryAcquire(answers, SECONDS, TimeUnit.SECONDS))
                .as("answers came")
                .isTrue();
    }

    /** Ends the clients; what went wrong in one of them is thrown here. */
    void stop() throws Exception {
        stopped = true;
        threads.shutdown();
        for (Future<?> one : clients) {
            one.get(SECONDS, TimeUnit.SECONDS);
        }
    }

    private void ask(Random random) {
        boolean reached = true;
        while (reached && !stopped) {
            String code = CODES.get(random.nextInt(CODES.size()));
            reached = random.nextInt(3) == 0 ? decide(code) : record(post(code, random));
        }
    }

    private boolean decide(String code) {
        try {
            String answer = client.send(
                    client.request(
                            "/api/participants/" + code + "/decisions",
                            "POST",
                            "{\"gate\": \"INFUSION\", \"on\": \"2026-03-10\"}"),
                    201);
            ledger.decisions.put(Client.json(answer).get("id").asText(), answer);
            recorded.release();
            return true;
        } catch (IOException e) {
            return told(e);
        }
    }

    private boolean record(Ledger.Post post) {
        try {
            ledger.told.add(new Ledger.Told(post, record(client, post)));
            recorded.release();
            return true;
        } catch (IOException e) {
            ledger.lost.add(post);
            return told(e);
        }
    }

    /** Whether the service is still there. */
    private boolean told(IOException e) {
        boolean there = e instanceof Client.UnavailableException;
        if (there) {
            unavailable.release();
        }
        return there;
    }

    /** Posts facts, perhaps not for the first time, and gives the answer. */
    static String record(Client client, Ledger.Post post) throws IOException {
        HttpRequest.Builder request =
                client.request("/api/participants/" + post.participant() + "/facts", "POST", post.body());
        return client.send(request.header("Idempotency-Key", post.key()), 201);
    }

    private static Ledger.Post post(String code, Random random) {
        String key = Long.toHexString(random.nextLong());
        List<String> refs = IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> key + "-" + i)
                .toList();
        String body = refs.stream()
                .map(ref -> "{\"id\": \"" + ref + "\", \"type\": \"vital\", \"kind\": \"WEIGHT\", \"value\": 60,"
                        + " \"unit\": \"kg\", \"on\": \"2026-02-02\"}")
                .collect(Collectors.joining(",", "[", "]"));
        return new Ledger.Post(code, key, refs, body);
    }
}
