package org.protocolgate.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.protocolgate.audit.Digest;

/** Enrols participants with 45 facts in a running demo, and asks it for decisions on them from several threads. */
public final class StoredDecisions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int THREADS = 4;
    private static final int PARTICIPANTS = 20;

    private final String address;
    private final String token;

    private StoredDecisions(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /** @param args address, password of the demo, decisions a round, rounds */
    public static void main(String[] args) throws Exception {
        StoredDecisions investigator = login(args[0], "investigator", args[1]);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < PARTICIPANTS; i++) {
            codes.add("BENCH-" + i);
            investigator.enrol(codes.get(i), i % 3 == 0 ? Dossiers.held() : Dossiers.proceeding(), args[1]);
        }
        for (int round = 1; round <= Integer.parseInt(args[3]); round++) {
            investigator.round(round, codes, Integer.parseInt(args[2]));
        }
    }

    private void round(int round, List<String> codes, int count) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Callable<Long>> questions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String path = "/api/participants/" + codes.get(i % codes.size()) + "/decisions";
            questions.add(() -> {
                long from = System.nanoTime();
                send("POST", path, "{\"gate\": \"INFUSION\", \"on\": \"2026-03-10\"}", null);
                return System.nanoTime() - from;
            });
        }
        long from = System.nanoTime();
        List<Long> times = new ArrayList<>();
        for (Future<Long> time : threads.invokeAll(questions)) {
            times.add(time.get());
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        threads.shutdown();
        Collections.sort(times);
        System.out.printf(
                "round %d: %d decisions in %.1f s: %.0f a second; median %.1f ms, p99 %.1f ms%n",
                round, count, seconds, count / seconds, times.get(count / 2) / 1e6, times.get(count * 99 / 100) / 1e6);
    }

    private void enrol(String code, ObjectNode dossier, String password) throws Exception {
        ObjectNode person = (ObjectNode) dossier.get("participant");
        send("PUT", "/api/participants/" + code, person.put("id", code).toString(), null);
        String facts = dossier.get("facts").toString();
        String signing = JSON.createObjectNode()
                .put("password", password)
                .put("meaning", "measured")
                .put("digest", Digest.of(facts))
                .toString();
        String signature =
                send("POST", "/api/signatures", signing, null).get("token").asText();
        send("POST", "/api/participants/" + code + "/facts", facts, signature);
    }

    private static StoredDecisions login(String address, String user, String password) throws Exception {
        String sent = JSON.createObjectNode()
                .put("username", user)
                .put("password", password)
                .toString();
        JsonNode answer = new StoredDecisions(address, "none").send("POST", "/login", sent, null);
        return new StoredDecisions(address, answer.get("access_token").asText());
    }

    private JsonNode send(String method, String path, String body, String signature)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!token.equals("none")) {
            request.header("Authorization", "Bearer " + token);
        }
        if (signature != null) {
            request.header("X-Signature", signature);
        }
        HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
