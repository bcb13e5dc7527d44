package org.protocolgate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.user.Role;

/** A text is a text, whatever it is to a database, a page or a program. */
@ParameterizedClass
@EnumSource(Database.class)
final class StoredTextsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StudyAsked study;
    private final Map<String, Long> before;

    StoredTextsTest(Database database) {
        study = new StudyAsked(Service.on(database));
        before = study.rows();
    }

    /** Texts that are something else to a database, a page or a program. */
    static Stream<String> texts() {
        return Stream.of(
                "'; drop table fact; --",
                "' or '1'='1",
                "\"; update fact set body = '{}'; --",
                "$$; select pg_sleep(10); $$",
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "${jndi:ldap://x/a} {{7*7}} #{7*7} %s %n \\",
                "../../etc/passwd",
                "\u0001\u0007\u001b[31m\r\n\u2028",
                "\u202egnp.exe \ufeff\uffff",
                "中文 \ud83d\ude00",
                "x".repeat(5000));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextIsKeptAsItIsOrRefused(String text) throws Exception {
        for (JsonNode one : everyText(text)) {
            HttpResponse<String> answer = study.post(StudyAsked.FACTS, "[" + one + "]");
            assertThat(answer.statusCode()).as(one + " " + answer.body()).isIn(201, 400, 403);
            if (answer.statusCode() == 201) {
                String id = Service.json(answer).at("/ids/0").asText();
                ((ObjectNode) one).remove("id");
                assertThat(kept(id)).isEqualTo(one);
                HttpResponse<String> corrected = study.post(
                        "/api/facts/" + id + "/corrections",
                        JSON.createObjectNode().put("reason", text).toString());
                assertThat(corrected.statusCode()).isEqualTo(201);
                assertThat(Service.json(corrected).get("reason").asText()).isEqualTo(text);
            }
        }
        HttpResponse<String> decided = study.post(StudyAsked.DECISIONS, "{'gate': 'INFUSION', 'on': '2026-03-10'}");
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(201);
        String query = URLEncoder.encode(text, StandardCharsets.UTF_8);
        for (String name : List.of("verdict", "level", "after")) {
            assertThat(study.service()
                            .get(Role.MONITOR, "/api/participants?" + name + "=" + query)
                            .statusCode())
                    .isIn(200, 400, 413);
        }
        assertThat(study.rows().keySet()).isEqualTo(before.keySet());
    }

    /** A fact for each field that is free text. */
    private static List<JsonNode> everyText(String text) throws Exception {
        List<JsonNode> facts = new ArrayList<>();
        for (String fields : List.of(
                "{'type': 'drug', 'id': 'T'}",
                "{'type': 'drug', 'name': 'T', 'indication': 'T', 'code': {'system': 'ATC', 'value': 'T'},"
                        + " 'dailyDose': {'value': 1, 'unit': 'T'}, 'source': {'system': 'T', 'id': 'T', 'version': 'T'}}",
                "{'type': 'condition', 'kind': 'OTHER', 'name': 'T', 'exemption': 'T', 'on': '2026'}",
                "{'type': 'procedure', 'kind': 'OTHER', 'name': 'T', 'reason': 'T', 'on': '2026'}",
                "{'type': 'vaccination', 'name': 'T', 'on': '2026'}",
                "{'type': 'allergy', 'substance': 'T', 'on': '2026'}",
                "{'type': 'contraception', 'method': 'OTHER', 'name': 'T', 'on': '2026'}",
                "{'type': 'assessment', 'kind': 'SLEDAI_2K', 'total': 1, 'items': ['T'], 'on': '2026'}",
                "{'type': 'studyParticipation', 'study': 'T', 'on': '2026'}",
                "{'type': 'lab', 'test': 'OTHER', 'value': 1, 'unit': 'T', 'on': '2026'}",
                "{'type': 'vital', 'kind': 'LVEF', 'value': 50, 'unit': '%', 'method': 'T', 'on': '2026'}",
                "{'type': 'adverseEvent', 'term': 'T', 'grade': 1, 'on': '2026'}",
                "{'type': 'doseAssignment', 'level': '3.0e8', 'cohort': 'T', 'phase': 'ESCALATION', 'on': '2026-02-10'}",
                "{'type': 'doseAssignment', 'level': 'T', 'on': '2026-02-10'}",
                "{'type': 'judgement', 'criterion': 'T', 'excludes': false, 'by': 'T', 'on': '2026'}",
                "{'type': 'T', 'kind': 'T', 'T': 'T', 'on': 'T'}")) {
            facts.add(JSON.readTree(StudyAsked.quoted(fields).replace("\"T\"", JSON.writeValueAsString(text))));
        }
        return facts;
    }

    private JsonNode kept(String id) {
        ArrayNode facts = (ArrayNode) Service.json(study.service().get(Role.MONITOR, StudyAsked.FACTS));
        for (JsonNode one : facts) {
            if (one.get("id").asText().equals(id)) {
                return one.get("fact");
            }
        }
        throw new AssertionError("no fact " + id);
    }
}
