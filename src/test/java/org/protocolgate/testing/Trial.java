package org.protocolgate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.protocolgate.audit.Digest;
import org.protocolgate.rulebook.Baseline;
import org.protocolgate.user.Role;

/** What the people of a site do with a running service, over HTTP. Invented participants depart from the baseline of the rules. */
public final class Trial {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int LOOKS = 3_000;
    private static final long BETWEEN_LOOKS = 20_000_000;
    private static final LocalDate INFUSION = LocalDate.parse("2026-03-10");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI service;
    private final Function<Role, String> tokens;

    public Trial(URI service, Function<Role, String> tokens) {
        this.service = service;
        this.tokens = tokens;
    }

    public static Trial at(Service service) {
        return new Trial(service.uri("/"), service::token);
    }

    /** Enrols a participant for whom nothing stands against an infusion on a day but what the others of its level do. */
    public void enrolReady(String code, LocalDate infusion, String level) {
        enrol(code);
        record(code, ready(infusion, level));
    }

    public void enrol(String code) {
        ObjectNode person = (ObjectNode) Baseline.question("INFUSION").get("participant");
        person.remove("id");
        expect(send(Role.COORDINATOR, "PUT", "/api/participants/" + code, person.toString()), 201);
    }

    /** The facts of somebody who may be infused on a day. */
    public static ArrayNode ready(LocalDate infusion, String level) {
        ObjectNode question = Baseline.question("INFUSION");
        Baseline.fact(question, "dose").put("level", level).put("plannedCells", Double.valueOf(level));
        return (ArrayNode) shifted(question.get("facts"), ChronoUnit.DAYS.between(INFUSION, infusion));
    }

    private static JsonNode shifted(JsonNode facts, long days) {
        return json(DAY.matcher(facts.toString())
                .replaceAll(
                        found -> LocalDate.parse(found.group()).plusDays(days).toString()));
    }

    /** Records facts, signed by the investigator. */
    public JsonNode record(String code, JsonNode facts) {
        return record(code, facts.toString());
    }

    public JsonNode record(String code, String facts) {
        return json(expect(signed("/api/participants/" + code + "/facts", facts), 201));
    }

    /** A milestone. */
    public JsonNode reach(String code, String kind, String on) {
        return record(code, "[{\"type\": \"milestone\", \"kind\": \"" + kind + "\", \"on\": \"" + on + "\"}]");
    }

    public JsonNode correct(String fact, String correction) {
        return json(expect(signed("/api/facts/" + fact + "/corrections", correction), 201));
    }

    public JsonNode decide(String code, String gate, LocalDate on) {
        String question = "{\"gate\": \"" + gate + "\", \"on\": \"" + on + "\"}";
        return json(expect(send(Role.COORDINATOR, "POST", "/api/participants/" + code + "/decisions", question), 201));
    }

    /** Asks for an authorisation of what a decision is about. */
    public HttpResponse<String> authorise(JsonNode decision, String level) {
        String body = "{\"participant\": \"" + decision.get("participant").asText() + "\", \"on\": \""
                + decision.get("on").asText() + "\", \"level\": \"" + level + "\"}";
        return signed("/api/decisions/" + decision.get("id").asText() + "/authorisation", body);
    }

    public HttpResponse<String> revoke(String authorisation) {
        return send(
                Role.COORDINATOR,
                "POST",
                "/api/authorisations/" + authorisation + "/revocation",
                "{\"reason\": \"the bag is damaged\"}");
    }

    public HttpResponse<String> decideOnLevel(String judged, String kind, String level) {
        return signed(
                "/api/levels/" + judged + "/decisions",
                "{\"kind\": \"" + kind + "\", \"level\": \"" + level + "\", \"reason\": \"as discussed\"}");
    }

    /** Sends what the investigator signed. */
    public HttpResponse<String> signed(String path, String body) {
        return send(Role.INVESTIGATOR, "POST", path, body, Map.of("X-Signature", sign(body)));
    }

    /** The investigator's signature under a body, to be sent with it. */
    public String sign(String body) {
        String signing = JSON.createObjectNode()
                .put("password", Service.PASSWORD)
                .put("meaning", "I attest to this")
                .put("digest", Digest.of(body))
                .toString();
        return json(expect(send(Role.INVESTIGATOR, "POST", "/api/signatures", signing), 201))
                .get("token")
                .asText();
    }

    /** Starts a sweep, and waits until it is done. */
    public JsonNode sweep() {
        JsonNode started = json(expect(send(Role.COORDINATOR, "POST", "/api/sweeps", ""), 201));
        String path = "/api/sweeps/" + started.get("id").asText();
        for (int looks = 0; looks < LOOKS; looks++) {
            JsonNode now = get(path);
            if (!now.get("finishedAt").isNull()) {
                return now;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        throw new AssertionError("the sweep does not end: " + get(path));
    }

    public JsonNode get(String path) {
        return json(expect(send(Role.MONITOR, "GET", path, ""), 200));
    }

    /**
     * The audit log as it is told to be read, page after page.
     *
     * @param path with its filters
     * @return lines, each of a time, a user and a sentence
     */
    public List<String> told(String path) {
        List<String> lines = new ArrayList<>();
        String next = path;
        while (next != null) {
            HttpResponse<String> page =
                    expect(send(Role.MONITOR, "GET", next, "", Map.of("Accept", "text/plain")), 200);
            page.body().lines().forEach(lines::add);
            next = page.headers()
                    .firstValue("Link")
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .orElse(null);
        }
        return lines;
    }

    public HttpResponse<String> send(Role role, String method, String path, String body) {
        return send(role, method, path, body, Map.of());
    }

    private HttpResponse<String> send(Role role, String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Bearer " + tokens.apply(role))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    public static HttpResponse<String> expect(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
