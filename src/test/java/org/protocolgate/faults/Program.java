package org.protocolgate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.protocolgate.Application;
import org.protocolgate.testing.Service;

/** The service in a process of its own, as it is run at a site, so that the process can be killed. */
final class Program implements AutoCloseable {

    static final String SECRET = "only-for-tests-0123456789abcdef-0123456789abcdef";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SERVING = Pattern.compile("Serving at (http\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final URI uri;

    private Program(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** Starts it, and waits until it serves. */
    static Program start(Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1", // it does not live long enough for more
                "-XX:+UseSerialGC",
                "-classpath",
                classPath(),
                Application.class.getName());
        builder.environment().put("PROTOCOL_GATE_SECRET", SECRET);
        builder.environment().put("MICRONAUT_SERVER_PORT", "-1"); // any that is free
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        CompletableFuture<URI> serving = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, serving), "log of the program");
        reader.setDaemon(true);
        reader.start();
        try {
            return new Program(process, serving.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Without what belongs to the tests. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Reads to the end: a process whose log is not read stands still. */
    private static void read(Process process, CompletableFuture<URI> serving) {
        List<String> lines = new ArrayList<>();
        try (BufferedReader log = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = log.readLine(); line != null; line = log.readLine()) {
                Matcher matcher = SERVING.matcher(line);
                if (matcher.find()) {
                    serving.complete(URI.create(matcher.group(1)));
                }
                if (line.contains("ERROR")) {
                    System.out.println("program: " + line);
                }
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add(e.toString());
        }
        serving.completeExceptionally(new IllegalStateException("it did not start:\n" + String.join("\n", lines)));
    }

    /** A new token of a user. */
    String login(String user) throws IOException {
        HttpResponse<String> answer = send(request(null, "/login")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.createObjectNode()
                        .put("username", user)
                        .put("password", Service.PASSWORD)
                        .toString())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get("access_token").asText();
    }

    HttpRequest.Builder request(@Nullable String token, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri.resolve(path)).timeout(PATIENCE);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /** @throws IOException where no answer came */
    HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a path answers with 200. */
    HttpResponse<String> get(String token, String path) throws IOException {
        HttpResponse<String> answer = send(request(token, path));
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer;
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    /** Ends it as a power cut does (SIGKILL): nothing of it can run any more. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
