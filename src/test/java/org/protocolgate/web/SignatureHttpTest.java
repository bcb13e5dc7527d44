package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionOperations;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.testing.AuditEntries;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.MovedClock;
import org.protocolgate.testing.Service;
import org.protocolgate.user.Role;
import org.protocolgate.user.Signature;
import org.protocolgate.user.SignatureRefusedException;
import org.protocolgate.user.Signatures;

/** A signature is one person's, for one content, once and soon. */
@ParameterizedClass
@EnumSource(Database.class)
class SignatureHttpTest {

    private static final Actor INVESTIGATOR = new Actor("investigator", "INVESTIGATOR");
    private static final String CONTENT = Digest.of("{\"what\": \"is signed\"}");

    @Parameter
    Database database;

    private Service service;

    @BeforeEach
    void start() {
        service = Service.start(database, Map.of("testing.clock", true));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void saysWhoSignedWhatWhenAndWithWhichMeaning() {
        Signature signature = use(token(), INVESTIGATOR, CONTENT);
        assertThat(signature.username()).isEqualTo("investigator");
        assertThat(signature.role()).isEqualTo("INVESTIGATOR");
        assertThat(signature.meaning()).isEqualTo("I judge so");
        assertThat(signature.digest()).isEqualTo(CONTENT);
        assertThat(new AuditEntries(service).of(Chain.SYSTEM))
                .contains("SIGNED investigator INVESTIGATOR " + signature.id()
                        + " {\"meaning\":\"I judge so\",\"digest\":\"" + CONTENT + "\"}");
    }

    @Test
    void isUsedOnce() {
        String token = token();
        use(token, INVESTIGATOR, CONTENT);
        assertRefused(token, INVESTIGATOR, CONTENT, "used already");
    }

    @Test
    void isNotUsedUpByACallThatFails() {
        String token = token();
        assertThatThrownBy(() -> transactions().executeWrite(status -> {
                    service.bean(Signatures.class).use(token, INVESTIGATOR, CONTENT);
                    throw new IllegalStateException("the call fails");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(use(token, INVESTIGATOR, CONTENT).username()).isEqualTo("investigator");
    }

    @Test
    void isForNoOtherContentUserOrTime() {
        String token = token();
        assertRefused(token, INVESTIGATOR, Digest.of("{}"), "another content");
        assertRefused(token, new Actor("coordinator", "COORDINATOR"), CONTENT, "another user");
        assertRefused("invented", INVESTIGATOR, CONTENT, "no such signature");
        service.bean(MovedClock.class).forward(Duration.ofMinutes(6));
        assertRefused(token, INVESTIGATOR, CONTENT, "older than 5 minutes");
    }

    @Test
    void needsThePassword() {
        HttpResponse<String> refused = sign("wrong", CONTENT);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Service.json(refused).get("detail").asText()).startsWith("The password is wrong");
        for (int i = 0; i < 4; i++) {
            sign("wrong", CONTENT);
        }
        assertThat(sign(Service.PASSWORD, CONTENT).statusCode()).isEqualTo(403);
    }

    @Test
    void faultsNameTheirField() {
        HttpResponse<String> faulty = sign(Service.PASSWORD, "md5:0");
        assertThat(faulty.statusCode()).isEqualTo(400);
        assertThat(Service.json(faulty).at("/violations/0/pointer").asText()).isEqualTo("/digest");
        assertThat(service.post(
                                Role.INVESTIGATOR,
                                "/api/signatures",
                                "{\"meaning\": \"so\", \"digest\": \"" + CONTENT + "\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    private void assertRefused(String token, Actor actor, String digest, String why) {
        assertThatThrownBy(() -> use(token, actor, digest))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageContaining(why);
    }

    private Signature use(String token, Actor actor, String digest) {
        return transactions()
                .executeWrite(status -> service.bean(Signatures.class).use(token, actor, digest));
    }

    private TransactionOperations<Connection> transactions() {
        return service.bean(Argument.of(TransactionOperations.class, Connection.class));
    }

    private String token() {
        HttpResponse<String> answer = sign(Service.PASSWORD, CONTENT);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(Service.json(answer).get("expiresAt").asText()).endsWith("Z");
        return Service.json(answer).get("token").asText();
    }

    private HttpResponse<String> sign(String password, String digest) {
        return service.post(
                Role.INVESTIGATOR,
                "/api/signatures",
                "{\"password\": \"%s\", \"meaning\": \"I judge so\", \"digest\": \"%s\"}".formatted(password, digest));
    }
}
