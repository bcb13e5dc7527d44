package org.protocolgate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Clients that post facts and ask questions about a few participants at the same time, and note every answer. */
final class Load {

    static final List<String> CODES = List.of("CT-101", "CT-102", "CT-103");

    private static final int CLIENTS = 4;
    private static final long SECONDS = 60;

    private final Program program;
    private final Ledger ledger;
    private final String token;
    private final CountDownLatch answers;

    Load(Program program, Ledger ledger, int answers) throws IOException {
        this.program = program;
        this.ledger = ledger;
        token = program.login("coordinator");
        this.answers = new CountDownLatch(answers);
    }

    /** Asks until so many answers have come, and kills the program while it is at others. */
    void untilKilled(long seed) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Random random = new Random(seed + i);
            all.add(clients.submit(() -> ask(random)));
        }
        boolean reached = answers.await(SECONDS, TimeUnit.SECONDS);
        program.kill();
        for (Future<?> client : all) {
            client.get(SECONDS, TimeUnit.SECONDS);
        }
        clients.shutdown();
        assertThat(reached).as("answers came").isTrue();
    }

    private void ask(Random random) {
        try {
            while (true) {
                String code = CODES.get(random.nextInt(CODES.size()));
                if (random.nextInt(3) == 0) {
                    decide(code);
                } else {
                    record(code, random);
                }
                answers.countDown();
            }
        } catch (IOException e) {
            // it was killed, which is what this is for
        }
    }

    private void decide(String code) throws IOException {
        HttpResponse<String> answer = post(
                "/api/participants/" + code + "/decisions", null, "{\"gate\": \"INFUSION\", \"on\": \"2026-03-10\"}");
        ledger.decisions.put(Program.json(answer).get("id").asText(), answer.body());
    }

    private void record(String code, Random random) throws IOException {
        String key = Long.toHexString(random.nextLong());
        List<String> refs = IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> key + "-" + i)
                .toList();
        String body = refs.stream()
                .map(ref -> "{\"id\": \"" + ref + "\", \"type\": \"vital\", \"kind\": \"WEIGHT\", \"value\": 60,"
                        + " \"unit\": \"kg\", \"on\": \"2026-02-02\"}")
                .collect(Collectors.joining(",", "[", "]"));
        Ledger.Post post = new Ledger.Post(code, key, refs, body);
        try {
            ledger.told.add(new Ledger.Told(post, record(post)));
        } catch (IOException e) {
            ledger.lost.add(post);
            throw e;
        }
    }

    /** Posts facts, perhaps not for the first time, and gives the answer. */
    String record(Ledger.Post post) throws IOException {
        return post("/api/participants/" + post.participant() + "/facts", post.key(), post.body())
                .body();
    }

    private HttpResponse<String> post(String path, @Nullable String key, String body) throws IOException {
        HttpRequest.Builder request = program.request(token, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        HttpResponse<String> answer = program.send(key == null ? request : request.header("Idempotency-Key", key));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer;
    }
}
