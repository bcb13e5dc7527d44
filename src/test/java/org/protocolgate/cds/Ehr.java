package org.protocolgate.cds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;

/** Another system that asks a service by CDS Hooks; the service knows it and a second one, and stands at noon of 2026-03-10. */
final class Ehr {

    static final String ISSUER = "https://ehr.example.org";
    static final String OTHER_ISSUER = "https://other.example.org";
    static final String URL = "https://gate.example.org";
    static final String CODES = "urn:example:trial-code";
    static final Instant NOW = Instant.parse("2026-03-10T04:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();
    static final ECKey KEY = key("ehr");
    static final ECKey OTHER_KEY = key("other");

    private final Service service;
    private final String issuer;
    private final ECKey key;

    private Ehr(Service service, String issuer, ECKey key) {
        this.service = service;
        this.issuer = issuer;
        this.key = key;
    }

    static Ehr of(Service service) {
        return new Ehr(service, ISSUER, KEY);
    }

    static Ehr another(Service service) {
        return new Ehr(service, OTHER_ISSUER, OTHER_KEY);
    }

    /** A service that knows both; to be closed. */
    static Service start(Database database) {
        return Service.start(
                database,
                Map.of(
                        "testing.clock",
                        "set",
                        "protocol-gate.url",
                        URL,
                        "protocol-gate.cds.origin",
                        "https://ehr.example.org",
                        "protocol-gate.cds.clients",
                        clients()));
    }

    static String clients() {
        ArrayNode clients = JSON.createArrayNode();
        client(clients, "ehr", ISSUER, KEY).putArray("infusion").add("urn:example:services|cell-infusion");
        client(clients, "other", OTHER_ISSUER, OTHER_KEY);
        return clients.toString();
    }

    private static ObjectNode client(ArrayNode clients, String name, String issuer, ECKey key) {
        ObjectNode client =
                clients.addObject().put("name", name).put("iss", issuer).put("participants", CODES);
        client.set("jwks", parse(new JWKSet(key.toPublicJWK()).toString()));
        return client;
    }

    static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_384).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A message of this project's own, about a participant. */
    static ObjectNode message(String name, String participant) {
        try (var in = Objects.requireNonNull(Ehr.class.getResourceAsStream("/cds/" + name + ".json"))) {
            String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return (ObjectNode) parse(text.replace("CT-003", participant));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JWTClaimsSet.Builder claims(String path) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(URL + path)
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(300)))
                .jwtID(UUID.randomUUID().toString());
    }

    String token(String path, UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES384)
                            .keyID(key.getKeyID())
                            .build(),
                    change.apply(claims(path)).build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> callWith(String token, String path, String body, String... headers) {
        HttpRequest.Builder request = service.request(null, path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return service.send(body == null ? request.GET() : request.POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> call(String path, String body, String... headers) {
        return callWith(token(path, claims -> claims), path, body, headers);
    }

    static String path(JsonNode message) {
        return "/cds-services/protocol-gate-" + message.path("hook").asText("patient-view");
    }

    HttpResponse<String> ask(JsonNode message, String... headers) {
        return call(path(message), message.toString(), headers);
    }

    /** The cards of an answer. */
    JsonNode cards(JsonNode message, String... headers) {
        HttpResponse<String> answer = ask(message, headers);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return Service.json(answer).get("cards");
    }

    /** The pointers of the faults that are named. */
    static List<String> faults(HttpResponse<String> answer) {
        return Service.json(answer).path("violations").findValuesAsText("pointer");
    }
}
