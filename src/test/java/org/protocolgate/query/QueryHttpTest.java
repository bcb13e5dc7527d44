package org.protocolgate.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.testing.Trial.expect;
import static org.protocolgate.testing.Trial.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** Monitors ask, the site answers, and both are in the audit log. Codes begin with QU-. */
@ParameterizedClass
@EnumSource(Database.class)
class QueryHttpTest {

    private static final String MILESTONE =
            "[{\"type\": \"milestone\", \"kind\": \"SCREENING_STARTED\", \"on\": \"2026-02-02\"}]";

    private final Service service;
    private final Trial trial;
    private final String code = "QU-" + UUID.randomUUID();
    private final String fact;

    QueryHttpTest(Database database) {
        service = Service.on(database);
        trial = Trial.at(service);
        trial.enrol(code);
        fact = trial.record(code, MILESTONE).at("/facts/0/id").asText();
    }

    @Test
    void aFactIsAskedAboutAnsweredAskedOnAndClosed() {
        String query = open("{\"fact\": \"" + fact + "\", \"text\": \"Is that the day of consent?\","
                + " \"due\": \"2026-03-20\"}");
        JsonNode opened = trial.get("/api/queries/" + query);
        assertThat(opened.get("participant").asText()).isEqualTo(code);
        assertThat(opened.get("about").asText()).isEqualTo("FACT");
        assertThat(opened.get("due").asText()).isEqualTo("2026-03-20");
        assertThat(stateOf(query)).isEqualTo("OPEN");
        expect(say(Role.COORDINATOR, query, "answer", "No, of screening."), 200);
        assertThat(stateOf(query)).isEqualTo("ANSWERED");
        expect(say(Role.MONITOR, query, "reopen", "Where is the source?"), 200);
        assertThat(stateOf(query)).isEqualTo("OPEN");
        expect(say(Role.INVESTIGATOR, query, "answer", "In the chart."), 200);
        expect(service.post(Role.MONITOR, "/api/queries/" + query + "/close", "{}"), 200);
        JsonNode closed = trial.get("/api/queries/" + query);
        assertThat(closed.get("state").asText()).isEqualTo("CLOSED");
        assertThat(closed.get("messages").findValuesAsText("by"))
                .containsExactly("coordinator", "monitor", "investigator", "monitor");
        assertThat(closed.get("messages").findValuesAsText("kind"))
                .containsExactly("ANSWERED", "REOPENED", "ANSWERED", "CLOSED");
        JsonNode log = trial.get("/api/audit?participant=" + code);
        assertThat(log.findValuesAsText("action"))
                .startsWith("QUERY_CLOSED", "QUERY_ANSWERED", "QUERY_REOPENED", "QUERY_ANSWERED", "QUERY_OPENED");
        assertThat(log.toString()).doesNotContain("day of consent", "of screening.", "the source", "the chart");
        assertThat(log.findValuesAsText("says")).anyMatch(says -> says.contains("asked about a fact of " + code));
    }

    @Test
    void itIsAskedAboutDecisionsDeviationsAndParticipantsToo() {
        LocalDate day = LocalDate.parse("2026-03-10");
        String decision = trial.decide(code, "SCREENING", day).get("id").asText();
        trial.reach(code, "INFUSION_COMPLETED", "2026-03-10T11:00");
        String deviation = trial.get("/api/deviations?participant=" + code)
                .at("/deviations/0/id")
                .asText();
        open("{\"participant\": \"" + code + "\", \"text\": \"In general?\"}");
        String ofDecision = open("{\"decision\": \"" + decision + "\", \"text\": \"Why so early?\"}");
        open("{\"deviation\": \"" + deviation + "\", \"text\": \"Who was told?\"}");
        JsonNode all = trial.get("/api/queries?participant=" + code).get("queries");
        assertThat(all.findValuesAsText("about")).containsExactly("DEVIATION", "DECISION", "PARTICIPANT");
        assertThat(trial.get("/api/queries?subject=" + decision)
                        .at("/queries/0/id")
                        .asText())
                .isEqualTo(ofDecision);
        assertThat(trial.get("/api/audit?decision=" + decision).findValuesAsText("action"))
                .contains("QUERY_OPENED");
    }

    @Test
    void openOnesComeFirstThenAnsweredThenClosed() {
        List<String> ids = List.of(ask("one"), ask("two"), ask("three"), ask("four"));
        say(Role.COORDINATOR, ids.get(1), "answer", "so");
        say(Role.MONITOR, ids.get(3), "close", "settled");
        String all = "/api/queries?participant=" + code;
        assertThat(texts(all)).containsExactly("three", "one", "two", "four");
        assertThat(texts(all + "&state=ANSWERED")).containsExactly("two");
        assertThat(texts(all + "&limit=3")).containsExactly("three", "one", "two");
        assertThat(trial.get(all + "&limit=3").get("next").asInt()).isEqualTo(2);
        assertThat(texts(all + "&limit=3&page=2")).containsExactly("four");
        assertThat(trial.get(all + "&limit=3&page=2").get("next").isNull()).isTrue();
    }

    @Test
    void theSameQuestionSentTwiceIsOneQuery() {
        String first = ask("twice");
        assertThat(ask("twice")).isEqualTo(first);
        say(Role.COORDINATOR, first, "answer", "so");
        assertThat(ask("twice")).isNotEqualTo(first);
    }

    @Test
    void whatWasNotSeenIsNotOverlooked() {
        String query = ask("seen?");
        String path = "/api/queries/" + query;
        expect(service.post(Role.COORDINATOR, path + "/answer", "{\"text\": \"yes\", \"seen\": 0}"), 200);
        expect(service.post(Role.COORDINATOR, path + "/answer", "{\"text\": \"yes\", \"seen\": 0}"), 409);
        expect(service.post(Role.MONITOR, path + "/close", "{\"seen\": 0}"), 409);
        expect(service.post(Role.MONITOR, path + "/close", "{\"seen\": 1}"), 200);
        expect(say(Role.COORDINATOR, query, "answer", "once more"), 409);
        expect(say(Role.MONITOR, query, "close", "once more"), 409);
        expect(say(Role.MONITOR, query, "reopen", "once more"), 200);
        expect(say(Role.MONITOR, query, "reopen", "once more"), 409);
    }

    @Test
    void whoAsksIsAMonitorAndWhoAnswersTreatsTheParticipant() {
        String question = "{\"participant\": \"" + code + "\", \"text\": \"may I?\"}";
        for (Role role : List.of(Role.COORDINATOR, Role.INVESTIGATOR, Role.ADMIN)) {
            expect(service.post(role, "/api/queries", question), 403);
        }
        String query = ask("may I?");
        for (Role role : List.of(Role.MONITOR, Role.ADMIN)) {
            expect(say(role, query, "answer", "no"), 403);
        }
        for (Role role : List.of(Role.COORDINATOR, Role.INVESTIGATOR, Role.ADMIN)) {
            expect(say(role, query, "close", "no"), 403);
            expect(say(role, query, "reopen", "no"), 403);
            expect(service.get(role, "/api/queries/" + query), 200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /text ''",
                "{'participant': 'QU-1', 'fact': 'x', 'text': 'y'} | ''",
                "{'fact': 'x', 'text': 'y', 'due': '2026-03', 'more': 1} | /fact /due /more",
                "[] | ''"
            })
    void aFaultyQuestionNamesEveryFault(String body, String places) {
        HttpResponse<String> refused = expect(service.post(Role.MONITOR, "/api/queries", body.replace("'", "\"")), 400);
        assertThat(json(refused).get("violations").findValuesAsText("pointer"))
                .contains(places.replace("'", "").split(" "));
    }

    @Test
    void whatIsNotThereIsNotAskedAbout() {
        for (String about : List.of("fact", "decision", "deviation")) {
            String question = "{\"" + about + "\": \"" + UUID.randomUUID() + "\", \"text\": \"where?\"}";
            expect(service.post(Role.MONITOR, "/api/queries", question), 404);
        }
        expect(service.post(Role.MONITOR, "/api/queries", "{\"participant\": \"QU-0\", \"text\": \"where?\"}"), 404);
        expect(say(Role.COORDINATOR, UUID.randomUUID().toString(), "answer", "here"), 404);
        expect(service.get(Role.MONITOR, "/api/queries?state=AJAR"), 400);
        expect(service.post(Role.COORDINATOR, "/api/queries/" + ask("a word?") + "/answer", "{}"), 400);
    }

    private String ask(String text) {
        return open("{\"participant\": \"" + code + "\", \"text\": \"" + text + "\"}");
    }

    private String open(String question) {
        return json(expect(service.post(Role.MONITOR, "/api/queries", question), 201))
                .get("id")
                .asText();
    }

    private HttpResponse<String> say(Role role, String query, String how, String text) {
        return service.post(role, "/api/queries/" + query + "/" + how, "{\"text\": \"" + text + "\"}");
    }

    private String stateOf(String query) {
        return trial.get("/api/queries/" + query).get("state").asText();
    }

    private List<String> texts(String path) {
        return trial.get(path).findValuesAsText("text").stream()
                .filter(text -> !List.of("so", "settled").contains(text))
                .toList();
    }
}
