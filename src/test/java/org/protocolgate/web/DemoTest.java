package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the README shows of the demo is what it answers. */
@MicronautTest
@Property(name = "protocol-gate.demo", value = "true")
class DemoTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @Inject
    EmbeddedServer server;

    @ParameterizedTest
    @CsvSource({
        "CT-001-follow-up,PROVISIONAL,",
        "CT-002-infusion,HOLD,2026-03-24",
        "CT-003-infusion,PROCEED,",
        "CT-004-screening,INCOMPLETE,"
    })
    void eachQuestionOfTheDemoIsAnswered(String name, String verdict, String earliest) throws Exception {
        JsonNode decision = ask(name);
        assertThat(decision.get("verdict").asText()).isEqualTo(verdict);
        assertThat(decision.get("earliest").asText(null)).isEqualTo(earliest);
    }

    @Test
    void theSampleIsHeldForTheReasonsInTheReadme() throws Exception {
        JsonNode criteria = ask("CT-002-infusion").get("criteria");
        assertThat(criteria.get(0).get("id").asText()).isEqualTo("EXC-13");
        assertThat(criteria.get(0).at("/clears/on").asText()).isEqualTo("2026-03-23");
        assertThat(criteria.get(1).get("id").asText()).isEqualTo("SENT-01");
        assertThat(criteria.get(1).at("/clears/on").asText()).isEqualTo("2026-03-24");
    }

    @Test
    void anotherNameIsNotThere() throws Exception {
        assertThat(get("/demo/application.json").statusCode()).isEqualTo(404);
    }

    private JsonNode ask(String name) throws Exception {
        HttpResponse<String> question = get("/demo/" + name + ".json");
        assertThat(question.statusCode()).isEqualTo(200);
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(server.getURI().resolve("/api/evaluations"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(question.body()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper().readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(server.getURI().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
