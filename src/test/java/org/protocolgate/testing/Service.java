package org.protocolgate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;
import org.protocolgate.user.Role;
import org.protocolgate.user.Users;

/**
 * A running service, asked over HTTP as other programs ask it. It has a user of each role, named after it in small letters
 * ("coordinator"), and with {@link #PASSWORD}.
 */
public final class Service implements AutoCloseable {

    /** Of all four users. */
    public static final String PASSWORD = "only-for-tests";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Database, Service> SHARED = new EnumMap<>(Database.class);

    private final HttpClient client = HttpClient.newHttpClient();
    private final EmbeddedServer server;
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);

    private Service(EmbeddedServer server) {
        this.server = server;
        Users users = bean(Users.class);
        for (Role role : Role.values()) {
            boolean there = users.list().stream().anyMatch(user -> user.name().equals(name(role)));
            if (!there) {
                users.add(name(role), role, PASSWORD, Actor.SERVICE);
            }
        }
    }

    /** The service on this database that all tests of this JVM share: what it stores is theirs too, so take codes of your own. */
    public static synchronized Service on(Database database) {
        return SHARED.computeIfAbsent(database, d -> start(d, Map.of()));
    }

    /** A service of one's own, on a new database and with settings of one's own; to be closed. */
    public static Service start(Database database, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(database.fresh());
        all.putAll(settings);
        return of(ApplicationContext.run(EmbeddedServer.class, all));
    }

    /** A service that runs already; of a MicronautTest with {@code transactional = false}, or its test would hold what it waits for. */
    public static Service of(EmbeddedServer server) {
        return new Service(server);
    }

    /** A part of the service, for what cannot be asked over HTTP. */
    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    /** The same for a part with type arguments. */
    @SuppressWarnings("unchecked")
    public <T> T bean(Argument<? super T> type) {
        return (T) server.getApplicationContext().getBean(type);
    }

    public URI uri(String path) {
        return server.getURI().resolve(path);
    }

    /** A token of the user in this role, who logs in once. */
    public synchronized String token(Role role) {
        return tokens.computeIfAbsent(role, r -> login(name(r), PASSWORD));
    }

    /** A new token. */
    public String login(String username, String password) {
        HttpResponse<String> answer = send(
                null,
                "POST",
                "/login",
                JSON.createObjectNode()
                        .put("username", username)
                        .put("password", password)
                        .toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get("access_token").asText();
    }

    /** A request to be completed, with the token of a user in this role; without one where there is no role. */
    public HttpRequest.Builder request(@Nullable Role role, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return role == null ? request : request.header("Authorization", "Bearer " + token(role));
    }

    /**
     * Asks as a user in this role.
     *
     * @param json the body; null for none
     */
    public HttpResponse<String> send(@Nullable Role role, String method, String path, @Nullable String json) {
        HttpRequest.Builder request = request(role, path);
        if (json == null) {
            return send(request.method(method, HttpRequest.BodyPublishers.noBody()));
        }
        return send(request.header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> get(@Nullable Role role, String path) {
        return send(role, "GET", path, null);
    }

    public HttpResponse<String> post(@Nullable Role role, String path, @Nullable String json) {
        return send(role, "POST", path, json);
    }

    /** Sends a request as it is; redirects are not followed. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The body of an answer as JSON. */
    public static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.getApplicationContext().close();
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
