package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.protocolgate.audit.Chain;
import org.protocolgate.testing.AuditEntries;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.user.Role;

/** Every route of the running service, asked by those who may not. */
class AccessTest {

    private static final Service SERVICE = Service.on(Database.H2);

    /** Whoever adds to these opens a door. */
    private static final Set<String> OPEN = Set.of(
            "POST /login",
            "GET /login",
            "POST /session",
            "GET /openapi",
            "GET /rules/style.css",
            "GET /assets/{digest}/{name}",
            "GET /health",
            "GET /health/{selector}");

    /** These take no login, but a token that opens nothing else: {@link CalendarTokenTest} asks them without. */
    private static final Set<String> WITH_A_TOKEN_OF_ITS_OWN = Set.of("GET /api/calendar.ics");

    static Stream<Route> routes() {
        return SERVICE.bean(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .map(Route::of)
                .distinct();
    }

    static Stream<Route> closed() {
        return routes().filter(route ->
                !OPEN.contains(route.toString()) && !WITH_A_TOKEN_OF_ITS_OWN.contains(route.toString()));
    }

    record Route(String method, String template, List<String> roles, String takes) {

        static Route of(UriRouteInfo<?, ?> info) {
            return new Route(
                    info.getHttpMethodName(),
                    info.getUriMatchTemplate().toPathString(),
                    List.of(info.getTargetMethod()
                            .getValue(Secured.class, String[].class)
                            .orElse(new String[0])),
                    info.getConsumes().stream()
                            .findFirst()
                            .orElse(MediaType.APPLICATION_JSON_TYPE)
                            .toString());
        }

        boolean isFor(String role) {
            return roles.contains(role) || roles.contains(SecurityRule.IS_AUTHENTICATED);
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    @Test
    void whatIsOpenIsThere() {
        assertThat(routes().map(Route::toString)).containsAll(OPEN).containsAll(WITH_A_TOKEN_OF_ITS_OWN);
    }

    /** A misspelt role would close the route to everybody. */
    @ParameterizedTest
    @MethodSource("closed")
    void namesItsRoles(Route route) {
        List<String> known = Stream.concat(
                        Arrays.stream(Role.values()).map(Role::name),
                        Stream.of(Roles.PASSWORD_CHANGE, SecurityRule.IS_AUTHENTICATED))
                .toList();
        assertThat(route.roles()).isNotEmpty().isSubsetOf(known);
    }

    @ParameterizedTest
    @MethodSource("closed")
    void isRefusedWithoutAToken(Route route) {
        HttpResponse<String> answer = SERVICE.send(request(route));
        assertThat(answer.statusCode()).isIn(401, 403);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @MethodSource("closed")
    void isRefusedToARoleThatItDoesNotName(Route route) {
        for (Role role : Role.values()) {
            if (!route.isFor(role.name())) {
                assertThat(ask(route, SERVICE.token(role)).statusCode())
                        .as(role.name())
                        .isEqualTo(403);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("closed")
    void isRefusedToWhoHasToChangeThePassword(Route route) {
        if (!route.isFor(Roles.PASSWORD_CHANGE)) {
            assertThat(ask(route, Newcomer.TOKEN).statusCode()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @MethodSource("closed")
    void isRefusedWithATokenThatIsExpiredOrChanged(Route route) throws Exception {
        Role role = route.roles().contains("ADMIN") ? Role.ADMIN : Role.INVESTIGATOR;
        String good = SERVICE.token(role);
        for (String bad : List.of(
                expired(good),
                good.substring(0, good.length() - 4) + (good.endsWith("AAAA") ? "BBBB" : "AAAA"),
                otherSignature(good),
                new PlainJWT(claims(good)).serialize(),
                withoutExpiry(good),
                ofAnotherRole(good),
                OfCalendar.TOKEN,
                "nonsense")) {
            assertThat(ask(route, bad).statusCode()).as(bad).isEqualTo(401);
        }
    }

    @Test
    void whatIsNotThereIsNotFoundByAnybody() {
        assertThat(SERVICE.get(null, "/api/nothing").statusCode()).isEqualTo(404);
        assertThat(SERVICE.get(Role.ADMIN, "/api/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void refusedAccessIsInTheAuditLogWithoutTheValuesInThePath() {
        SERVICE.get(null, "/api/protocols/secret/name");
        SERVICE.post(Role.MONITOR, "/api/protocols/reload", "{\"a\": \"body\"}");
        assertThat(new AuditEntries(SERVICE).of(Chain.SYSTEM))
                .contains(
                        "ACCESS_REFUSED anonymous NONE null"
                                + " {\"method\":\"GET\",\"route\":\"/api/protocols/{study}/{version}\",\"status\":401}",
                        "ACCESS_REFUSED monitor MONITOR null"
                                + " {\"method\":\"POST\",\"route\":\"/api/protocols/reload\",\"status\":403}")
                .noneMatch(entry -> entry.contains("secret") || entry.contains("body"));
    }

    @Test
    void theDescriptionOfTheInterfaceNamesTheToken() {
        var api = Service.json(SERVICE.get(null, "/openapi"));
        assertThat(api.at("/components/securitySchemes/bearer/scheme").asText()).isEqualTo("bearer");
        assertThat(api.at("/security/0").has("bearer")).isTrue();
        assertThat(api.at("/paths").has("/login")).isTrue();
    }

    private static HttpRequest.Builder request(Route route) {
        return SERVICE.request(null, route.template().replaceAll("\\{[^}]*}", "1"))
                .header("Content-Type", route.takes())
                .method(route.method(), HttpRequest.BodyPublishers.ofString("{}"));
    }

    private static HttpResponse<String> ask(Route route, String token) {
        return SERVICE.send(request(route).header("Authorization", "Bearer " + token));
    }

    private static JWTClaimsSet claims(String token) throws ParseException {
        return SignedJWT.parse(token).getJWTClaimsSet();
    }

    private static String expired(String token) throws Exception {
        return signed(new JWTClaimsSet.Builder(claims(token))
                .expirationTime(Date.from(Instant.now().minus(Duration.ofSeconds(1))))
                .build());
    }

    private static String withoutExpiry(String token) throws Exception {
        return signed(
                new JWTClaimsSet.Builder(claims(token)).expirationTime(null).build());
    }

    private static String ofAnotherRole(String token) throws Exception {
        return signed(new JWTClaimsSet.Builder(claims(token))
                .claim("roles", List.of("COORDINATOR", "INVESTIGATOR", "MONITOR", "ADMIN"))
                .build());
    }

    private static String otherSignature(String token) throws Exception {
        return signed(claims(token), "another secret, of the same length and more");
    }

    private static String signed(JWTClaimsSet claims) throws JOSEException {
        return signed(claims, SERVICE.bean(Secret.class).value());
    }

    private static String signed(JWTClaimsSet claims, String secret) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        token.sign(new MACSigner(secret));
        return token.serialize();
    }

    /** Opens a calendar, and nothing else. */
    private static final class OfCalendar {
        private static final String TOKEN = Service.json(SERVICE.post(Role.ADMIN, "/api/calendar/token", null))
                .get("token")
                .asText();
    }

    /** A user who logged in with the password that was given for one login. */
    private static final class Newcomer {
        private static final String NAME = "newcomer";
        private static final String TOKEN = SERVICE.login(
                NAME,
                Service.json(SERVICE.post(
                                Role.ADMIN, "/api/users", "{\"username\": \"" + NAME + "\", \"role\": \"ADMIN\"}"))
                        .get("password")
                        .asText());
    }
}
