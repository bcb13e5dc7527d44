package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.protocolgate.testing.Service;
import org.protocolgate.user.Role;

/** What the README shows of the demo is what it answers. */
@MicronautTest(transactional = false)
@Property(name = "protocol-gate.demo", value = "true")
@Property(name = "protocol-gate.demo-password", value = Service.PASSWORD)
class DemoTest {

    @Inject
    EmbeddedServer server;

    @ParameterizedTest
    @CsvSource({
        "CT-001-follow-up,PROVISIONAL,",
        "CT-002-infusion,HOLD,2026-03-24",
        "CT-003-infusion,PROCEED,",
        "CT-004-screening,INCOMPLETE,"
    })
    void eachQuestionOfTheDemoIsAnswered(String name, String verdict, String earliest) {
        JsonNode decision = ask(name);
        assertThat(decision.get("verdict").asText()).isEqualTo(verdict);
        assertThat(decision.get("earliest").asText(null)).isEqualTo(earliest);
    }

    @Test
    void theSampleIsHeldForTheReasonsInTheReadme() {
        JsonNode criteria = ask("CT-002-infusion").get("criteria");
        assertThat(criteria.get(0).get("id").asText()).isEqualTo("EXC-13");
        assertThat(criteria.get(0).at("/clears/on").asText()).isEqualTo("2026-03-23");
        assertThat(criteria.get(1).get("id").asText()).isEqualTo("SENT-01");
        assertThat(criteria.get(1).at("/clears/on").asText()).isEqualTo("2026-03-24");
    }

    @Test
    void anotherNameIsNotThere() {
        assertThat(Service.of(server).get(null, "/demo/application.json").statusCode())
                .isEqualTo(404);
    }

    private JsonNode ask(String name) {
        Service service = Service.of(server);
        HttpResponse<String> question = service.get(null, "/demo/" + name + ".json");
        assertThat(question.statusCode()).isEqualTo(200);
        return Service.json(service.post(Role.COORDINATOR, "/api/evaluations", question.body()));
    }
}
