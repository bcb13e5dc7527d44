package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.testing.AuditEntries;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;

/** Tokens of an OpenID Connect issuer, whose keys are served as they are elsewhere. */
class OpenIdTest {

    private static final String ISSUER = "https://login.example";

    private static RSAKey key;
    private static HttpServer keys;
    private static Service service;

    @BeforeAll
    static void start() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        byte[] set = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keys.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        keys.start();
        service = Service.start(
                Database.H2,
                Map.of(
                        "protocol-gate.openid.issuer", ISSUER,
                        "protocol-gate.openid.jwks",
                                "http://127.0.0.1:" + keys.getAddress().getPort() + "/keys",
                        "protocol-gate.openid.audience", "protocol-gate",
                        "protocol-gate.openid.role-claim", "groups",
                        "protocol-gate.openid.roles.investigator", "trial-investigators"));
    }

    @AfterAll
    static void stop() {
        service.close();
        keys.stop(0);
    }

    @Test
    void aTokenOfTheIssuerIsTakenInTheRoleOfItsClaim() throws Exception {
        assertThat(get(token(claims -> claims)).statusCode()).isEqualTo(200);
        assertThat(get(service.login("monitor", Service.PASSWORD)).statusCode()).isEqualTo(200);
    }

    @Test
    void anythingElseIsNot() throws Exception {
        List<UnaryOperator<JWTClaimsSet.Builder>> changes = List.of(
                claims -> claims.issuer("https://other.example"),
                claims -> claims.issuer("protocol-gate"),
                claims -> claims.audience("another service"),
                claims -> claims.expirationTime(Date.from(Instant.now().minus(Duration.ofHours(1)))),
                claims -> claims.expirationTime(null),
                claims -> claims.claim("groups", List.of("visitors")),
                claims -> claims.claim("groups", List.of("trial-investigators", "ADMIN")),
                claims -> claims.claim("groups", null));
        for (UnaryOperator<JWTClaimsSet.Builder> change : changes) {
            assertThat(get(token(change)).statusCode()).isEqualTo(401);
        }
        SignedJWT withPublicKeyAsSecret = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        withPublicKeyAsSecret.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        assertThat(get(withPublicKeyAsSecret.serialize()).statusCode()).isEqualTo(401);
    }

    @Test
    void aFreshLoginStandsForThePasswordInSigning() throws Exception {
        Instant now = Instant.now();
        HttpResponse<String> signed = sign(token(c -> c.claim("auth_time", now.getEpochSecond())));
        assertThat(signed.statusCode()).as(signed.body()).isEqualTo(201);
        assertThat(new AuditEntries(service).of(Chain.SYSTEM))
                .anyMatch(entry -> entry.startsWith("SIGNED openid:anna INVESTIGATOR"));
        HttpResponse<String> old = sign(
                token(c -> c.claim("auth_time", now.minus(Duration.ofMinutes(6)).getEpochSecond())));
        assertThat(old.statusCode()).isEqualTo(403);
        assertThat(sign(token(c -> c)).statusCode()).isEqualTo(403);
    }

    private static HttpResponse<String> sign(String token) {
        return service.send(service.request(null, "/api/signatures")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"meaning\": \"I judge so\", \"digest\": \"" + Digest.of("x") + "\"}")));
    }

    private static HttpResponse<String> get(String token) {
        return service.send(service.request(null, "/api/protocols").header("Authorization", "Bearer " + token));
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("protocol-gate")
                .subject("anna")
                .claim("groups", List.of("trial-investigators", "everybody"))
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
    }

    private static String token(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(),
                change.apply(claims()).build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
