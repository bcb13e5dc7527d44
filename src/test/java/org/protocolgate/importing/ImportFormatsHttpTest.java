package org.protocolgate.importing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;
import org.slf4j.LoggerFactory;

/** Sheets over HTTP, how much is taken at once, and what of a patient stays behind: nothing. */
class ImportFormatsHttpTest {

    private static final Random CODES = new Random();

    private final Service service = Service.on(Database.H2);
    private final Trial trial = Trial.at(service);
    private String code;
    private Sent sent;

    @BeforeEach
    void enrol() {
        code = "FMT-" + Integer.toHexString(CODES.nextInt());
        trial.enrol(code);
        sent = new Sent(service, code);
    }

    private JsonNode facts() {
        return trial.get("/api/participants/" + code + "/facts");
    }

    @Test
    void aSheetIsTakenAsAWholeUnlessAskedOtherwise() {
        byte[] sheet =
                "id,name,dailyDose.value,dailyDose.unit,start\n1,prednisone,10,mg,2026-02-30\n2,prednisone,5,mg,2026\n"
                        .getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> whole = sent.send(sheet, Sent.CSV, "?kind=drug", "application/json");

        assertThat(whole.statusCode()).isEqualTo(400);
        JsonNode fault = Service.json(whole).at("/lines/0/remarks/0");
        assertThat(Service.json(whole).at("/lines/0/place").asText()).isEqualTo("row 2");
        assertThat(fault.get("field").asText()).isEqualTo("start");
        assertThat(fault.get("value").asText()).isEqualTo("2026-02-30");
        assertThat(facts()).isEmpty();

        HttpResponse<String> part = sent.send(sheet, Sent.CSV, "?kind=drug&partial=true", "application/json");

        assertThat(part.statusCode()).isEqualTo(201);
        assertThat(facts()).hasSize(1);
    }

    @Test
    void oneSourceIsToldFromAnother() {
        byte[] sheet = Sent.fixture("drug.csv");
        sent.send(sheet, Sent.CSV, "?kind=drug&source=pharmacy", "application/json");
        sent.send(sheet, Sent.CSV, "?kind=drug&source=ward", "application/json");
        sent.send(sheet, Sent.CSV, "?kind=drug&source=ward", "application/json");

        assertThat(facts()).hasSize(4);
        assertThat(facts().at("/0/fact/source/system").asText()).isEqualTo("pharmacy");
    }

    @Test
    void aSheetOfManySaysWhoseEachRowIs() {
        String second = code + "-2";
        trial.enrol(second);
        String sheet = "participant,id,name,start\n" + code + ",1,prednisone,2026\n" + second
                + ",1,prednisone,2026-02-30\n" + "NOBODY,1,prednisone,2026\n";

        JsonNode report = Service.json(many(sheet, "?kind=drug"));

        assertThat(report.get("participants").findValuesAsText("stored")).containsExactly("true", "false");
        assertThat(report.at("/participants/1/lines/0/place").asText()).isEqualTo("row 3");
        assertThat(report.get("notEnrolled").toString()).isEqualTo("[\"NOBODY\"]");
        assertThat(facts()).hasSize(1);
        assertThat(trial.get("/api/participants/" + second + "/facts")).isEmpty();
        assertThat(many("id,name\n1,prednisone\n", "?kind=drug").statusCode()).isEqualTo(400);
        assertThat(many("participant,name\n,prednisone\n", "?kind=drug").body())
                .contains("row 2")
                .contains("whose it is");
        assertThat(sent.send(sheet.getBytes(StandardCharsets.UTF_8), Sent.CSV, "?kind=drug", "application/json")
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> many(String sheet, String query) {
        return service.send(service.request(Role.COORDINATOR, "/api/imports" + query)
                .header("Content-Type", Sent.CSV)
                .POST(HttpRequest.BodyPublishers.ofString(sheet)));
    }

    @Test
    void templatesHaveTheColumnsThatAreRead() {
        for (String kind : List.of("drug", "lab", "assessment")) {
            HttpResponse<String> csv =
                    service.send(service.request(Role.MONITOR, "/api/imports/templates/" + kind + ".csv"));
            assertThat(csv.statusCode()).isEqualTo(200);
            byte[] header = csv.body().getBytes(StandardCharsets.UTF_8);
            assertThat(sent.send(header, Sent.CSV, "?kind=" + kind, "application/json")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(service.send(service.request(Role.MONITOR, "/api/imports/templates/judgement.csv"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void tooMuchIsRefusedWithTheLimit() {
        try (Service small =
                Service.start(Database.H2, Map.of("protocol-gate.imports.most-bytes", Integer.toString(1000)))) {
            Trial.at(small).enrol("SMALL");
            HttpResponse<String> answer = new Sent(small, "SMALL").fhir(Sent.bundle());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("At most 1000 bytes");
        }
    }

    @Test
    void tooManyRecordsAreRefused() {
        byte[] rows = ("name\n" + "prednisone\n".repeat(20_001)).getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> answer = sent.send(rows, Sent.CSV, "?kind=drug", "application/json");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("more than 20000 records");
        assertThat(facts()).isEmpty();
    }

    @Test
    void aServerIsToldFromAnother() {
        for (String server : List.of("https://one.example/fhir", "https://other.example/fhir")) {
            ObjectNode bundle = Sent.bundle();
            bundle.withArray("entry").forEach(entry -> {
                String name = entry.at("/resource/resourceType").asText() + "/"
                        + entry.at("/resource/id").asText();
                if (!name.startsWith("Patient")) {
                    ((ObjectNode) entry).put("fullUrl", server + "/" + name);
                }
            });
            sent.take(bundle);
        }

        assertThat(facts().findValuesAsText("state")).containsOnly("CURRENT");
        assertThat(facts().toString()).contains("https://one.example/fhir/Condition/sle");
    }

    @Test
    void whatAPatientIsCalledStaysNowhere() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        String answers;
        try {
            ObjectNode bundle = Sent.bundle();
            ObjectNode patient = Sent.resource(bundle, "pat-1");
            patient.putArray("name").addObject().put("family", "Confidential");
            patient.putArray("identifier").addObject().put("value", "Confidential-1");
            patient.putObject("text").put("status", "generated").put("div", "<div>Confidential");
            Sent.resource(bundle, "alt").putObject("text").put("div", "Confidential");
            HttpResponse<String> answer = sent.fhir(bundle);
            assertThat(answer.statusCode()).isEqualTo(201);
            patient.put("birthDate", "Confidential");
            Sent.resource(bundle, "sle").put("onsetDateTime", "2026-02-30");
            answers = answer.body() + sent.fhir(bundle).body();
            ((ObjectNode) Sent.resource(bundle, "alt").get("subject")).put("reference", "Patient/Confidential");
            answers += sent.fhir(bundle).body();
        } finally {
            root.detachAppender(log);
        }

        assertThat(log.list).noneMatch(event -> tells(event, "onfidential") || tells(event, "2026-02-30"));
        assertThat(answers + facts() + trial.get("/api/audit?participant=" + code))
                .doesNotContain("onfidential");
    }

    private static boolean tells(ILoggingEvent event, String what) {
        String thrown = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        return (event.getFormattedMessage() + thrown).contains(what);
    }
}
