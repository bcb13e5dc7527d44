package org.protocolgate.cds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.protocolgate.setting.CannotStartException;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.user.Role;

/** Who may ask by CDS Hooks: known systems, each call with a token of its own. */
class ClientTokensHttpTest {

    private static final String PATH = "/cds-services";

    private static Service service;
    private static Ehr ehr;

    @BeforeAll
    static void start() {
        service = Ehr.start(Database.H2);
        ehr = Ehr.of(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static int status(String token) {
        return ehr.callWith(token, PATH, null).statusCode();
    }

    private static int status(UnaryOperator<JWTClaimsSet.Builder> change) {
        return status(ehr.token(PATH, change));
    }

    private static Date at(Duration fromNow) {
        return Date.from(Ehr.NOW.plus(fromNow));
    }

    @Test
    void aGoodTokenIsTakenOnce() {
        String token = ehr.token(PATH, claims -> claims.audience(List.of("https://elsewhere", Ehr.URL + PATH)));
        assertThat(status(token)).isEqualTo(200);
        assertThat(status(token)).isEqualTo(401);
        assertThat(Ehr.another(service).call(PATH, null).statusCode()).isEqualTo(200);
    }

    @Test
    void theSameIdentifierIsAnotherTokenOfAnotherIssuer() {
        String id = UUID.randomUUID().toString();
        assertThat(status(claims -> claims.jwtID(id))).isEqualTo(200);
        assertThat(status(claims -> claims.jwtID(id).subject("changed"))).isEqualTo(401);
        Ehr other = Ehr.another(service);
        assertThat(other.callWith(other.token(PATH, claims -> claims.jwtID(id)), PATH, null)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anythingElseIsRefused() {
        List<UnaryOperator<JWTClaimsSet.Builder>> changes = List.of(
                claims -> claims.issuer("https://unknown.example.org"),
                claims -> claims.issuer(null),
                claims -> claims.issuer(Ehr.OTHER_ISSUER),
                claims -> claims.audience("https://gate.example.org"),
                claims -> claims.audience(Ehr.URL + PATH + "/protocol-gate-patient-view"),
                claims -> claims.audience((String) null),
                claims -> claims.jwtID(null),
                claims -> claims.jwtID(" "),
                claims -> claims.jwtID("x".repeat(501)),
                claims -> claims.issueTime(null),
                claims -> claims.issueTime(at(Duration.ofMinutes(6))),
                claims -> claims.expirationTime(null),
                claims -> claims.expirationTime(at(Duration.ofMinutes(-6))),
                claims -> claims.expirationTime(at(Duration.ofHours(2))),
                claims -> claims.notBeforeTime(at(Duration.ofMinutes(6))),
                claims -> claims.subject("a\nb"),
                claims -> claims.subject("x".repeat(100)));
        for (int i = 0; i < changes.size(); i++) {
            assertThat(status(changes.get(i))).as("change " + i).isEqualTo(401);
        }
        assertThat(status(claims -> claims.expirationTime(at(Duration.ofMinutes(-4)))))
                .as("clocks differ")
                .isEqualTo(200);
    }

    @Test
    void aTokenThatTheKeysDidNotSignIsRefused() throws Exception {
        JWTClaimsSet claims = ehr.claims(PATH).build();
        assertThat(status(new PlainJWT(claims).serialize())).isEqualTo(401);
        byte[] published = Ehr.KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        for (byte[] secret : List.of(published, Ehr.KEY.toECPublicKey().getEncoded())) {
            SignedJWT symmetric = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            symmetric.sign(new MACSigner(secret));
            assertThat(status(symmetric.serialize())).isEqualTo(401);
        }
        String good = ehr.token(PATH, c -> c);
        int signature = good.lastIndexOf('.') + 1;
        String other = good.charAt(signature) == 'A' ? "B" : "A";
        assertThat(status(good.substring(0, signature) + other + good.substring(signature + 1)))
                .isEqualTo(401);
        assertThat(status("nonsense")).isEqualTo(401);
        assertThat(status("a.b.c")).isEqualTo(401);
    }

    @Test
    void aClientMayAskHereAndNowhereElse() {
        String elsewhere = "/api/participants";
        assertThat(ehr.callWith(ehr.token(elsewhere, c -> c), elsewhere, null).statusCode())
                .isEqualTo(401);
        for (Role role : Role.values()) {
            assertThat(service.get(role, PATH).statusCode()).isEqualTo(403);
            assertThat(service.post(role, PATH + "/protocol-gate-patient-view", "{}")
                            .statusCode())
                    .isEqualTo(403);
        }
        HttpResponse<String> nobody = service.post(null, PATH + "/protocol-gate-patient-view/feedback", "{}");
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(Service.json(nobody).get("detail").asText()).contains("JWT");
    }

    @Test
    void aTokenIsForTheAddressThatIsCalled() {
        String view = PATH + "/protocol-gate-patient-view";
        String message = Ehr.message("patient-view", "NOBODY").toString();
        assertThat(ehr.callWith(ehr.token(view, c -> c), view, message).statusCode())
                .isEqualTo(200);
        assertThat(ehr.callWith(ehr.token(PATH, c -> c), view, message).statusCode())
                .isEqualTo(401);
        assertThat(ehr.callWith(ehr.token(view, c -> c), view + "/feedback", "{}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void otherPagesMayAskOnlyFromTheOriginThatIsConfigured() {
        assertThat(allowed(service, "https://ehr.example.org", PATH)).isEqualTo("https://ehr.example.org");
        assertThat(allowed(service, "https://evil.example.org", PATH)).isNull();
        assertThat(allowed(service, "https://ehr.example.org", "/api/participants"))
                .isNull();
        assertThat(allowed(Service.on(Database.H2), "https://ehr.example.org", PATH))
                .isNull();
    }

    private static String allowed(Service asked, String origin, String path) {
        return asked.send(asked.request(null, path)
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "GET")
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody()))
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .orElse(null);
    }

    @Test
    void withoutClientsItIsOffAndSaysSo() {
        Service off = Service.on(Database.H2);
        for (HttpResponse<String> answer : List.of(
                off.get(null, PATH),
                off.get(Role.ADMIN, PATH),
                off.post(null, PATH + "/protocol-gate-patient-view", "{}"))) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(Service.json(answer).get("detail").asText()).contains("no client is configured");
        }
    }

    @Test
    void clientsThatAreNotWholeKeepTheServiceFromStarting() {
        for (String clients : List.of(
                "",
                "[]",
                "[{}]",
                "no/such/file.json",
                Ehr.clients().replace("\"ehr\"", "\"EHR 1\""),
                Ehr.clients().replace(Ehr.OTHER_ISSUER, Ehr.ISSUER),
                Ehr.clients().replace("\"keys\"", "\"key\""),
                Ehr.clients().replace("urn:example:services|cell-infusion", "cell-infusion"),
                Ehr.clients().replace("participants", "patients"))) {
            assertThatThrownBy(() -> new CdsClients(clients, Ehr.URL))
                    .as(clients)
                    .isInstanceOf(CannotStartException.class)
                    .hasMessageContaining("PROTOCOL_GATE_CDS_CLIENTS");
        }
        assertThatThrownBy(() -> new CdsClients(Ehr.clients(), "")).hasMessageContaining("PROTOCOL_GATE_URL");
    }
}
