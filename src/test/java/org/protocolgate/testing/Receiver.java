package org.protocolgate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody's server that gets webhooks, and answers as a test wants it. */
public final class Receiver implements AutoCloseable {

    /** Of all that are called here. */
    public static final String SECRET = "whsec_b25seS1mb3ItdGVzdHMtMDEyMzQ1Njc4OWFiY2RlZg==";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SECONDS = 60;

    /** What answers a call. */
    public interface Answer {
        void to(HttpExchange call) throws IOException;
    }

    /** A call. */
    public record Call(String path, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of(""))
                    .get(0);
        }

        public String id() {
            return header("webhook-id");
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final HttpServer server;
    private volatile Answer answer = answering(204);

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange call) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        call.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), List.copyOf(values)));
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        count.incrementAndGet();
        calls.add(new Call(call.getRequestURI().getPath(), headers, body));
        answer.to(call);
        call.close();
    }

    private static Answer answering(int status) {
        return call -> call.sendResponseHeaders(status, -1);
    }

    public Receiver answers(int status) {
        return answers(answering(status));
    }

    public Receiver answers(Answer with) {
        answer = with;
        return this;
    }

    public Receiver redirectsTo(URI other) {
        return answers(call -> {
            call.getResponseHeaders().set("Location", other.toString());
            call.sendResponseHeaders(307, -1);
        });
    }

    /** For an answer that does not come. */
    public void waitUntilClosed() throws IOException {
        try {
            closed.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** The next call, waited for. */
    public Call next() {
        try {
            Call call = calls.poll(SECONDS, TimeUnit.SECONDS);
            if (call == null) {
                throw new AssertionError("nothing was delivered");
            }
            return call;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many calls there were. */
    public int count() {
        return count.get();
    }

    /** The same machine by its number, whatever calls itself localhost. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Settings of a service that delivers, with a recipient of this name here; more of its settings as name and value. */
    public Map<String, Object> recipient(String name, String... more) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "protocol-gate.url", "https://gate.example.org/",
                "protocol-gate.jobs.threads", "2",
                "protocol-gate.webhooks.allow-private", "true",
                "protocol-gate.webhooks.http-hosts", "127.0.0.1"));
        String prefix = "protocol-gate.recipients." + name + ".";
        settings.put(prefix + "webhook", uri("/" + name).toString());
        settings.put(prefix + "secret", SECRET);
        for (int i = 0; i < more.length; i += 2) {
            settings.put(prefix + more[i], more[i + 1]);
        }
        return settings;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
