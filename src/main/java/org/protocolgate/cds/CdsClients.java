package org.protocolgate.cds;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.protocolgate.importing.SentJson;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.setting.CannotStartException;

/** The systems that may ask, as configured; what is wrong with one of them keeps the service from starting. */
@Context
@Requires(property = CdsClients.SETTING, notEnv = Environment.CLI)
public final class CdsClients {

    /** A list of clients in JSON, or the path of a file that holds it. */
    static final String SETTING = "protocol-gate.cds.clients";

    private static final SentJson JSON = new SentJson(20, "no well-formed JSON, or a key twice");
    private static final String NAME = "[a-z0-9-]{1,30}";

    private final Map<String, CdsClient> byIssuer = new TreeMap<>();
    private final String url;

    CdsClients(@Value("${protocol-gate.cds.clients}") String clients, @Value("${protocol-gate.url:}") String url) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        if (!url.matches("https?://[^\\s?#]+")) {
            throw new CannotStartException(
                    "PROTOCOL_GATE_URL is needed where there are clients of CDS Hooks: the address"
                            + " of this service, such as https://gate.example.org");
        }
        JsonNode list = read(clients);
        if (!list.isArray() || list.isEmpty()) {
            throw wrong("is no list of clients");
        }
        for (JsonNode one : list) {
            CdsClient client = client(one);
            if (names().contains(client.name()) || byIssuer.put(client.issuer(), client) != null) {
                throw wrong("has two clients of one name or one issuer");
            }
        }
    }

    /** The address of this service, without a slash at its end. */
    String url() {
        return url;
    }

    Collection<CdsClient> all() {
        return byIssuer.values();
    }

    Optional<CdsClient> ofIssuer(String issuer) {
        return Optional.ofNullable(byIssuer.get(issuer));
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        byIssuer.values().forEach(client -> names.add(client.name()));
        return names;
    }

    private static JsonNode read(String setting) {
        String text = setting.strip();
        try {
            byte[] json =
                    text.startsWith("[") ? text.getBytes(StandardCharsets.UTF_8) : Files.readAllBytes(Path.of(text));
            return Optional.ofNullable(JSON.read(json)).orElseThrow(() -> wrong("is empty"));
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw wrong("is neither a list in JSON nor a file that can be read");
        } catch (RefusedException e) {
            throw wrong("is " + e.violations().get(0).message());
        }
    }

    private static CdsClient client(JsonNode one) {
        String name = one.path("name").asText();
        String issuer = one.path("iss").asText();
        String participants = one.path("participants").asText();
        if (!name.matches(NAME)) {
            throw wrong("has a client without a good name (" + NAME + ")");
        } else if (issuer.isBlank() || participants.isBlank()) {
            throw wrong(
                    "has a client " + name + " without iss, or without participants: the system of the identifiers that"
                            + " are codes of participants");
        }
        Set<String> infusion = new LinkedHashSet<>();
        one.path("infusion").forEach(code -> infusion.add(code.asText().strip()));
        if (infusion.stream().anyMatch(code -> !code.matches("[^|\\s]+\\|\\S+"))) {
            throw wrong("has a client " + name + " with a code of the infusion that is no system|code");
        }
        return CdsClient.of(name, issuer, participants, Set.copyOf(infusion), keys(name, one.path("jwks")));
    }

    /** The keys themselves, a file that holds them, or the address from which they are fetched. */
    private static JWKSource<SecurityContext> keys(String name, JsonNode jwks) {
        try {
            if (jwks.isTextual() && jwks.asText().matches("https?://.+")) {
                return JWKSourceBuilder.<SecurityContext>create(
                                URI.create(jwks.asText()).toURL())
                        .build();
            }
            JWKSet keys = jwks.isObject()
                    ? JWKSet.parse(jwks.toString())
                    : JWKSet.load(Path.of(jwks.asText()).toFile());
            if (keys.isEmpty()) {
                throw wrong("has a client " + name + " without keys");
            }
            return new ImmutableJWKSet<>(keys.toPublicJWKSet());
        } catch (ParseException | IOException | IllegalArgumentException e) {
            throw wrong(
                    "has a client " + name + " whose jwks is neither a set of keys, nor a file of one, nor an address");
        }
    }

    private static CannotStartException wrong(String what) {
        return new CannotStartException("PROTOCOL_GATE_CDS_CLIENTS (" + SETTING + ") " + what + ".");
    }
}
