package org.protocolgate.deviation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.deviation.Site.LOWEST;
import static org.protocolgate.deviation.Site.TODAY;
import static org.protocolgate.testing.Trial.expect;
import static org.protocolgate.testing.Trial.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;
import org.protocolgate.user.Role;

/** Deviations as people read and complete them. */
@ParameterizedClass
@EnumSource(Database.class)
class DeviationHttpTest {

    private static final String COMPLETION =
            "{\"assessment\": \"no harm came of it\", \"action\": \"=training\", \"reportedTo\": \"the ethics committee\"}";

    private final Database database;
    private Site site;

    DeviationHttpTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        site = new Site(database);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void aPersonCompletesItAndMayDoSoAgain() {
        JsonNode draft = unauthorised("CT-1");
        JsonNode completed = json(expect(complete(Role.COORDINATOR, draft, COMPLETION), 201));
        assertThat(completed.get("state").asText()).isEqualTo("COMPLETED");
        site.at("2026-03-10T15:00");
        expect(complete(Role.INVESTIGATOR, draft, "{\"assessment\": \"second look\", \"action\": \"none\"}"), 201);
        JsonNode read = site.trial.get("/api/deviations/" + id(draft));
        assertThat(read.get("steps").findValuesAsText("by")).containsExactly("coordinator", "investigator");
        assertThat(read.get("steps").findValuesAsText("assessment"))
                .containsExactly("no harm came of it", "second look");
        assertThat(read.at("/steps/0/reportedTo").asText()).isEqualTo("the ethics committee");
        assertThat(read.at("/steps/1/reportedTo").isNull()).isTrue();

        site.withdraw(read.at("/evidence/0").asText());
        JsonNode gone = site.trial.get("/api/deviations/" + id(draft));
        assertThat(gone.get("state").asText()).isEqualTo("COMPLETED");
        assertThat(gone.get("causeGone").asBoolean()).isTrue();
        expect(complete(Role.COORDINATOR, draft, COMPLETION), 201);

        String log = site.trial.get("/api/audit?participant=CT-1&limit=500").toString();
        assertThat(log).contains("DEVIATION_FOUND", "DEVIATION_CONTINUED");
        assertThat(log).doesNotContain("no harm came", "training", "second look", "ethics committee");
        assertThat(site.faults()).isEmpty();
    }

    @Test
    void whatIsDraftedIsInTheLogAsTheServicesWord() {
        JsonNode draft = unauthorised("CT-1");
        JsonNode entry = site.trial.get("/api/audit?action=DEVIATION_FOUND").at("/entries/0");
        assertThat(entry.get("user").asText()).isEqualTo("service");
        assertThat(entry.get("status").asText()).isEqualTo("NOT_AUTHORISED");
        assertThat(entry.get("record").asText()).isEqualTo(id(draft));
        assertThat(entry.at("/details/on").asText()).isEqualTo("2026-03-10T12:30");
    }

    /** By these columns they are found; what they say is in the body, under its digest. */
    @ParameterizedTest
    @CsvSource({"deviation, criterion = 'EXC-13'", "deviation, other = 'CT-1'", "deviation_step, kind = 'CAUSE_GONE'"})
    void aChangedColumnIsNoticed(String table, String change) {
        JsonNode draft = unauthorised("CT-1");
        expect(complete(Role.COORDINATOR, draft, COMPLETION), 201);
        assertThat(site.faults()).isEmpty();
        site.tamper(table, change);
        assertThat(site.faults()).hasSize(1);
        assertThat(site.faults().at("/0/what").asText()).isEqualTo("CHANGED");
    }

    @Test
    void nothingIsCompletedOfWhichTheCauseIsGone() {
        JsonNode draft = unauthorised("CT-1");
        site.withdraw(draft.at("/evidence/0").asText());
        expect(complete(Role.COORDINATOR, draft, COMPLETION), 409);
        assertThat(site.deviations()).containsExactly("CT-1 NOT_AUTHORISED - NO_LONGER gone");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /assessment /action",
                "{'assessment': 1, 'action': 'x', 'waiver': true} | /assessment /waiver",
                "{'assessment': 'x', 'action': 'x', 'reportedTo': ['y']} | /reportedTo",
                "[] | ''"
            })
    void aFaultyCompletionNamesEveryFault(String body, String places) {
        JsonNode draft = unauthorised("CT-1");
        HttpResponse<String> refused = expect(complete(Role.COORDINATOR, draft, body.replace("'", "\"")), 400);
        assertThat(json(refused).get("violations").findValuesAsText("pointer"))
                .contains(places.replace("'", "").split(" "));
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        JsonNode draft = unauthorised("CT-1");
        for (String key : List.of("assessment", "action", "reportedTo")) {
            String body = COMPLETION.replaceAll("(\"" + key + "\": \")[^\"]*", "$1" + "x".repeat(10_001));
            assertThat(json(expect(complete(Role.COORDINATOR, draft, body), 400))
                            .at("/violations/0/pointer")
                            .asText())
                    .isEqualTo("/" + key);
        }
    }

    @Test
    void onlyWhoTreatsTheParticipantCompletes() {
        JsonNode draft = unauthorised("CT-1");
        expect(complete(Role.MONITOR, draft, COMPLETION), 403);
        expect(complete(Role.ADMIN, draft, COMPLETION), 403);
        for (Role role : Role.values()) {
            expect(site.trial.send(role, "GET", "/api/deviations/" + id(draft), ""), 200);
            expect(site.trial.send(role, "GET", "/api/deviations/export", ""), 200);
        }
        expect(
                site.trial.send(
                        Role.COORDINATOR, "POST", "/api/deviations/" + UUID.randomUUID() + "/completion", COMPLETION),
                404);
        expect(site.trial.send(Role.MONITOR, "GET", "/api/deviations/" + UUID.randomUUID(), ""), 404);
    }

    @Test
    void theListIsFilteredAndFollowedPageByPage() {
        JsonNode first = unauthorised("CT-1");
        unauthorised("CT-2");
        expect(complete(Role.COORDINATOR, first, COMPLETION), 201);
        assertThat(site.list("?participant=CT-2")).hasSize(2);
        assertThat(site.list("?criterion=SENT-01").findValuesAsText("participant"))
                .containsExactly("CT-2");
        assertThat(site.list("?state=COMPLETED").findValuesAsText("id")).containsExactly(id(first));
        assertThat(site.list("?state=DRAFT&participant=CT-1")).isEmpty();
        assertThat(site.list("?state=NO_LONGER")).isEmpty();
        List<String> followed = new ArrayList<>();
        String before = "";
        do {
            JsonNode page = site.trial.get("/api/deviations?limit=1" + before);
            followed.addAll(page.get("deviations").findValuesAsText("id"));
            before = "&before=" + page.get("next").asText();
        } while (!before.endsWith("=null"));
        assertThat(followed).hasSize(3);
        List<String> all = new ArrayList<>();
        site.list("").forEach(one -> all.add(id(one)));
        assertThat(followed).isEqualTo(all);
        assertThat(followed.get(2)).isEqualTo(id(first));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state=WAIVED&limit=0&before=x | /state /limit /before",
                "participant=%00&criterion= | /participant /criterion",
                "kind=X&participant=a&participant=b | /kind /participant"
            })
    void faultyParametersAreNamed(String parameters, String places) {
        HttpResponse<String> refused =
                expect(site.trial.send(Role.MONITOR, "GET", "/api/deviations?" + parameters, ""), 400);
        assertThat(json(refused).get("violations").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(places.split(" "));
    }

    @Test
    void theReasonIsToldInTheLanguageAskedFor() {
        unauthorised("CT-1");
        unauthorised("CT-2");
        JsonNode chinese = json(site.service.send(site.service
                        .request(Role.MONITOR, "/api/deviations?participant=CT-2")
                        .header("Accept-Language", "zh-CN")))
                .get("deviations");
        for (JsonNode one : chinese) {
            assertThat(one.get("what").asText()).containsPattern("\\p{IsHan}");
            assertThat(one.get("criterion").isNull()).isEqualTo(one.get("title").isNull());
        }
        assertThat(site.list("?participant=CT-2").findValuesAsText("what"))
                .hasSize(2)
                .noneMatch(what -> what.matches(".*\\p{IsHan}.*"));
    }

    @Test
    void theFileHasAllOfThemAndNoFormula() throws Exception {
        JsonNode first = unauthorised("CT-1");
        unauthorised("CT-2");
        expect(complete(Role.COORDINATOR, first, COMPLETION), 201);
        HttpResponse<String> answer = expect(site.trial.send(Role.MONITOR, "GET", "/api/deviations/export", ""), 200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"deviations-2026-03-10.csv\"");
        assertThat(answer.body()).startsWith("\uFEFFid,participant,kind,");
        List<CSVRecord> rows = rows(answer.body().substring(1));
        assertThat(rows).hasSize(3);
        CSVRecord completed = rows.get(2);
        assertThat(completed.get("id")).isEqualTo(id(first));
        assertThat(completed.get("action")).isEqualTo("'=training");
        assertThat(completed.get("assessment")).isEqualTo("no harm came of it");
        assertThat(completed.get("completedBy")).isEqualTo("coordinator");
        assertThat(completed.get("evidence")).isEqualTo(first.at("/evidence/0").asText());
        assertThat(completed.get("foundAtSite")).endsWith("+08:00");
        assertThat(rows.get(0).get("action")).isEmpty();

        HttpResponse<String> some =
                expect(site.trial.send(Role.MONITOR, "GET", "/api/deviations/export?criterion=SENT-01", ""), 200);
        assertThat(rows(some.body().substring(1))).hasSize(1);
        JsonNode told = site.trial.get("/api/audit?action=EXPORTED").get("entries");
        assertThat(told).hasSize(2);
        assertThat(told.at("/0/details").toString())
                .contains("\"what\":\"deviations\"", "\"filter\":{\"criterion\":\"SENT-01\"}");
        expect(site.trial.send(Role.MONITOR, "GET", "/api/deviations/export?limit=3", ""), 400);
    }

    private static List<CSVRecord> rows(String text) throws Exception {
        try (CSVParser parser = CSVParser.parse(
                new StringReader(text),
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        }
    }

    /** Infuses somebody without an authorisation; gives what is drafted of that. */
    private JsonNode unauthorised(String code) {
        site.trial.enrolReady(code, TODAY, LOWEST);
        site.reach(
                code,
                "INFUSION_STARTED",
                "2026-03-10T12:3" + code.substring(code.length() - 1).replace("1", "0"));
        return site.one(code, Kind.NOT_AUTHORISED);
    }

    private HttpResponse<String> complete(Role role, JsonNode deviation, String body) {
        return site.trial.send(role, "POST", "/api/deviations/" + id(deviation) + "/completion", body);
    }

    private static String id(JsonNode deviation) {
        return deviation.get("id").asText();
    }
}
