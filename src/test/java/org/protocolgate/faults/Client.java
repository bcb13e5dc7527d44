package org.protocolgate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A user's program that asks a service, which may go away or be without its database. */
record Client(HttpClient http, URI service, @Nullable String token) {

    /** The service says that it cannot do anything now. */
    static final class UnavailableException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    Client(URI service, @Nullable String token) {
        this(HttpClient.newHttpClient(), service, token);
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(path)).timeout(PATIENCE);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    HttpRequest.Builder request(String path, String method, String body) {
        return request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    /**
     * Sends a request that has to succeed.
     *
     * @throws UnavailableException where the answer is 503
     * @throws IOException where no answer came
     */
    String send(HttpRequest.Builder request, int expected) throws IOException {
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() == 503) {
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            throw new UnavailableException();
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
        return answer.body();
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode get(String path) throws IOException {
        return json(send(request(path), 200));
    }

    static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }
}
