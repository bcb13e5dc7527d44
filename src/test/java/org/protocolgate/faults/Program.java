package org.protocolgate.faults;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.protocolgate.Application;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** The service in a process of its own, as it is run at a site, so that the process can be killed. */
final class Program implements AutoCloseable {

    static final String SECRET = "only-for-tests-0123456789abcdef-0123456789abcdef";

    private static final Pattern SERVING = Pattern.compile("Serving at (http\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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

    URI uri() {
        return uri;
    }

    /** A user who logs in. */
    Client login(String user) throws IOException {
        Client nobody = new Client(uri, null);
        String sent = "{\"username\": \"" + user + "\", \"password\": \"" + Service.PASSWORD + "\"}";
        String answer = nobody.send(nobody.request("/login", "POST", sent), 200);
        return new Client(uri, Client.json(answer).get("access_token").asText());
    }

    /** What people do with it; users are named after their role in small letters. */
    Trial trial() {
        Map<Role, String> tokens = new EnumMap<>(Role.class);
        return new Trial(
                uri,
                role -> tokens.computeIfAbsent(role, r -> {
                    try {
                        return login(r.name().toLowerCase(Locale.ROOT)).token();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
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
