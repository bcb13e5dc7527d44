package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.audit.Digest;
import org.protocolgate.audit.FileVerification;
import org.protocolgate.audit.SealFile;
import org.protocolgate.rulebook.Baseline;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.user.Role;

/** The audit log over HTTP, of questions that were asked over HTTP. */
@ParameterizedClass
@EnumSource(Database.class)
class AuditHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameter
    Database database;

    @TempDir
    Path folder;

    private Service service;

    @BeforeEach
    void start() {
        service = Service.start(database, Map.of("datasources.default.connection-timeout", 500));
        service.token(Role.ADMIN);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aQuestionIsInTheLogWithWhoseDossierAndWhichVerdict() throws Exception {
        String question = question("CT-900");
        JsonNode decision = json(post("/api/evaluations", "application/json", question));
        JsonNode page = json(get("/api/audit?action=EVALUATED"));
        assertThat(page.get("next").isNull()).isTrue();
        assertThat(page.get("entries")).hasSize(1);
        JsonNode entry = page.get("entries").get(0);
        assertThat(entry.fieldNames())
                .toIterable()
                .startsWith("time", "siteTime", "user", "action", "details", "record");
        assertThat(entry.get("action").asText()).isEqualTo("EVALUATED");
        assertThat(entry.get("chain").asText()).isEqualTo("evaluations");
        assertThat(entry.get("participant").asText()).isEqualTo("CT-900");
        assertThat(entry.get("status").asText()).isEqualTo("PROCEED");
        assertThat(entry.get("record").asText()).isEqualTo(decision.get("id").asText());
        assertThat(entry.get("siteTime").asText()).endsWith("+08:00");
        assertThat(entry.get("details").toString())
                .isEqualTo("{\"dossier\":\"" + Digest.of(question) + "\",\"gate\":\"INFUSION\",\"on\":\"2026-03-10\"}");
    }

    @Test
    void aCodeThatIsTooLongForTheLogIsThereByItsDigest() throws Exception {
        String code = "x".repeat(65);
        assertThat(post("/api/evaluations", "application/json", question(code)).statusCode())
                .isEqualTo(200);
        JsonNode entry = json(get("/api/audit?action=EVALUATED")).get("entries").get(0);
        assertThat(entry.get("participant").isNull()).isTrue();
        assertThat(entry.at("/details/participant").asText()).isEqualTo(Digest.of(code));
    }

    @Test
    void aBatchIsInTheLogInItsOrder() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            lines.append(i % 10 == 7 ? "{}" : question("CT-" + i)).append('\n');
        }
        HttpResponse<String> answer = post("/api/evaluations/batch", "application/x-ndjson", lines.toString());
        assertThat(answer.body().lines()).hasSize(200);
        List<String> asked = new ArrayList<>();
        json(get("/api/audit?limit=500&action=EVALUATED"))
                .get("entries")
                .forEach(entry -> asked.add(0, entry.get("participant").asText()));
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            if (i % 10 != 7) {
                expected.add("CT-" + i);
            }
        }
        assertThat(asked).isEqualTo(expected);
        assertThat(json(get("/api/audit/verification")).get("whole").asBoolean())
                .isTrue();
    }

    @Test
    void whatCannotBeRecordedIsNotAnswered() throws Exception {
        DataSource source = service.bean(DataSource.class);
        ((HikariDataSource) ((DelegatingDataSource) source).getTargetDataSource()).close();
        HttpResponse<String> answer = post("/api/evaluations", "application/json", question("CT-900"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body()).doesNotContain("verdict");
        HttpResponse<String> batch =
                post("/api/evaluations/batch", "application/x-ndjson", (question("CT-900") + "\n").repeat(3));
        assertThat(batch.statusCode()).isEqualTo(503);
        assertThat(batch.body()).doesNotContain("verdict");
    }

    @Test
    void pagesAreFollowedToTheirEnd() throws Exception {
        post("/api/evaluations/batch", "application/x-ndjson", (question("CT-1") + "\n").repeat(25));
        Set<String> ids = new HashSet<>();
        String next = "";
        for (int i = 0; i < 3; i++) {
            JsonNode page = json(get("/api/audit?participant=CT-1&limit=10" + next));
            page.get("entries").forEach(entry -> ids.add(entry.get("id").asText()));
            next = "&before=" + page.get("next").asText();
        }
        assertThat(next).isEqualTo("&before=null");
        assertThat(ids).hasSize(25);
        assertThat(json(get("/api/audit?participant=CT-2")).get("entries")).isEmpty();
        assertThat(json(get("/api/audit?action=EVALUATED&from=2020-01-01&to=2999-12-31"))
                        .get("entries"))
                .hasSize(25);
        assertThat(json(get("/api/audit?to=2020-01-01")).get("entries")).isEmpty();
    }

    @Test
    void oldestFirstItReadsAsAStory() throws Exception {
        post("/api/evaluations/batch", "application/x-ndjson", (question("CT-1") + "\n").repeat(25));
        List<String> newest = ids("/api/audit?participant=CT-1&limit=500");
        List<String> oldest = new ArrayList<>();
        String next = "";
        for (int i = 0; i < 3; i++) {
            String path = "/api/audit?participant=CT-1&limit=10&order=asc" + next;
            oldest.addAll(ids(path));
            next = "&after=" + json(get(path)).get("next").asText();
        }
        assertThat(next).isEqualTo("&after=null");
        Collections.reverse(oldest);
        assertThat(oldest).hasSize(25).isEqualTo(newest);
    }

    @Test
    void whatIsNotWantedIsLeftOut() throws Exception {
        post("/api/evaluations", "application/json", question("CT-1"));
        JsonNode all = json(get("/api/audit?limit=500")).get("entries");
        assertThat(all.findValuesAsText("action")).contains("EVALUATED", "LOGGED_IN", "ACCOUNT_CREATED");
        JsonNode some = json(get("/api/audit?limit=500&without=LOGGED_IN,ACCOUNT_CREATED"))
                .get("entries");
        assertThat(some.findValuesAsText("action")).containsExactly("EVALUATED");
    }

    @Test
    void eachEntryIsASentenceInTheLanguageAskedFor() throws Exception {
        post("/api/evaluations", "application/json", question("CT-900"));
        String path = "/api/audit?action=EVALUATED";
        assertThat(json(get(path)).at("/entries/0/says").asText())
                .isEqualTo(
                        "admin asked about the infusion of CT-900 on 2026-03-10 by a dossier that is not kept: PROCEED.");
        assertThat(json(get(path, "Accept-Language", "zh-CN"))
                        .at("/entries/0/says")
                        .asText())
                .isEqualTo("admin 以不留存的资料询问 CT-900 的回输（2026-03-10）：PROCEED。");
    }

    @Test
    void asTextItIsALineAnEntryAndNamesTheNextPage() throws Exception {
        post("/api/evaluations/batch", "application/x-ndjson", (question("CT-1") + "\n").repeat(3));
        HttpResponse<String> page = get("/api/audit?participant=CT-1&limit=2&order=asc", "Accept", "text/plain");
        assertThat(page.headers().firstValue("content-type").orElseThrow()).startsWith("text/plain");
        assertThat(page.body().lines())
                .hasSize(2)
                .allSatisfy(
                        line -> assertThat(line)
                                .matches(
                                        "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\+08:00\tadmin\tadmin asked about the infusion of .*"));
        String link = page.headers().firstValue("link").orElseThrow();
        assertThat(link).matches("</api/audit\\?.*after=.*>; rel=\"next\"");
        HttpResponse<String> last = get(link.substring(1, link.indexOf('>')), "Accept", "text/plain");
        assertThat(last.body().lines()).hasSize(1);
        assertThat(last.headers().firstValue("link")).isEmpty();
        assertThat(get("/api/audit?participant=CT-1", "Accept", "text/plain, */*;q=0.5")
                        .body())
                .doesNotStartWith("{");
        assertThat(get("/api/audit?participant=CT-1", "Accept", "*/*").body()).startsWith("{");
        HttpResponse<String> refused = get("/api/audit?colour=red", "Accept", "text/plain");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("/colour");
    }

    @ParameterizedTest
    @CsvSource({
        "colour=red, /colour",
        "decision=5, /decision",
        "action=JUMPED, /action",
        "from=yesterday, /from",
        "to=2026-02-30, /to",
        "from=-999999999-01-01, /from",
        "limit=0, /limit",
        "limit=501, /limit",
        "before=x, /before",
        "user=, /user",
        "rule=%00, /rule",
        "status=MET&status=NOT_MET, /status",
        "order=up, /order",
        "order=asc&before=0199c2a4-5d1e-7c3a-9f00-1a2b3c4d5e6f, /before",
        "after=0199c2a4-5d1e-7c3a-9f00-1a2b3c4d5e6f, /after",
        "without=RULE_FIRED%20SIGNED, /without",
    })
    void whatCannotBeReadIsNamed(String parameter, String pointer) throws Exception {
        HttpResponse<String> answer = get("/api/audit?" + parameter);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("violations").findValuesAsText("pointer")).containsExactly(pointer);
    }

    @Test
    void sqlInAFilterIsATextLikeAnyOther() throws Exception {
        post("/api/evaluations", "application/json", question("CT-1"));
        String sql = URLEncoder.encode("' or '1'='1'; drop table audit_entry --", StandardCharsets.UTF_8);
        for (String name : List.of("participant", "level", "criterion", "rule", "status", "user")) {
            assertThat(json(get("/api/audit?" + name + "=" + sql)).get("entries"))
                    .isEmpty();
        }
        assertThat(json(get("/api/audit?action=EVALUATED")).get("entries")).hasSize(1);
    }

    @Test
    void anExportIsAFileThatCanBeCheckedAndIsInTheLog() throws Exception {
        post("/api/evaluations", "application/json", question("CT-1"));
        HttpResponse<String> ndjson = get("/api/audit/export?format=ndjson");
        assertThat(ndjson.headers().firstValue("content-disposition").orElseThrow())
                .contains(".ndjson");
        Path file = Files.writeString(folder.resolve("log.ndjson"), ndjson.body());
        assertThat(FileVerification.verify(file, null).whole()).isTrue();
        HttpResponse<String> csv = get("/api/audit/export?participant=CT-1");
        assertThat(csv.headers().firstValue("content-type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.body()).startsWith("\uFEFFtime,siteTime,user,action,details,record,");
        assertThat(csv.body().lines()).hasSize(2);
        assertThat(csv.body().lines().findFirst().orElseThrow()).endsWith(",says");
        assertThat(csv.body().trim())
                .endsWith(
                        ",admin asked about the infusion of CT-1 on 2026-03-10 by a dossier that is not kept: PROCEED.");
        assertThat(ndjson.body()).doesNotContain("\"says\"");
        JsonNode exports = json(get("/api/audit?action=EXPORTED")).get("entries");
        assertThat(exports.get(0).get("details").toString())
                .isEqualTo("{\"format\":\"csv\",\"filter\":{\"participant\":\"CT-1\"}}");
        assertThat(exports).hasSize(2);
        assertThat(get("/api/audit/export?format=xlsx").statusCode()).isEqualTo(400);
    }

    @Test
    void aCheckSaysThatTheLogIsWholeAndIsInTheLog() throws Exception {
        post("/api/evaluations", "application/json", question("CT-1"));
        JsonNode verified = json(get("/api/audit/verification"));
        assertThat(verified.get("whole").asBoolean()).isTrue();
        assertThat(verified.get("says").asText())
                .matches("Whole: [0-9]+ entries in 2 chains, each as it was recorded.");
        assertThat(json(get("/api/audit?action=VERIFIED"))
                        .at("/entries/0/details/whole")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void sealsAreMadeListedAndTakenAway() throws Exception {
        post("/api/evaluations", "application/json", question("CT-1"));
        HttpResponse<String> made = post("/api/audit/seals", "application/json", "");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(json(get("/api/audit/seals")).get(0)).isEqualTo(json(made));
        Path file = Files.writeString(
                folder.resolve("seal.json"), get("/api/audit/seals/1").body());
        assertThat(SealFile.read(file).ends()).containsOnlyKeys("evaluations", "system");
        assertThat(get("/api/audit/seals/2").statusCode()).isEqualTo(404);
    }

    private static String question(String code) {
        ObjectNode question = Baseline.question("INFUSION");
        ((ObjectNode) question.get("participant")).put("id", code);
        return question.toString();
    }

    private HttpResponse<String> get(String path) {
        return service.get(Role.ADMIN, path);
    }

    private HttpResponse<String> get(String path, String header, String value) {
        return service.send(service.request(Role.ADMIN, path).header(header, value));
    }

    private List<String> ids(String path) throws IOException {
        return json(get(path)).get("entries").findValuesAsText("id");
    }

    private HttpResponse<String> post(String path, String type, String body) {
        return service.send(service.request(Role.ADMIN, path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
