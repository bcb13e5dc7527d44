package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.protocolgate.rulebook.TestRules;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** Rules from a folder of one's own: served, taken over while running, and refused when they are not whole. */
class RuleFolderHttpTest {

    private static final String LIMITS = "nct07339332/limits.yaml";

    @TempDir
    Path rules;

    @Test
    void aChangedFolderIsTakenOverOnlyWhenItIsWhole() throws Exception {
        copyRules();
        try (Service server = Service.start(Database.H2, Map.of("protocol-gate.rules", rules.toString()))) {
            assertThat(washout(server)).isEqualTo("14 days");
            change(LIMITS, text -> text.replaceFirst("(?s)(EXC-13.washout:.*?\"1.0\": )14", "$128"));
            assertThat(washout(server)).isEqualTo("14 days");
            assertThat(reload(server).statusCode()).isEqualTo(200);
            assertThat(washout(server)).isEqualTo("28 days");
            change(LIMITS, text -> text.replace("EXC-13.washout", "EXC-13.wash"));
            HttpResponse<String> refused = reload(server);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body())
                    .contains("EXC-13-jak-inhibitor-washout.drl", "limits.yaml has no EXC-13.washout");
            assertThat(washout(server)).isEqualTo("28 days");
        }
    }

    @Test
    void aSecondStudyIsASecondFolder() throws Exception {
        copyRules();
        for (Map.Entry<String, String> file : TestRules.files().files().entrySet()) {
            if (file.getKey().startsWith("nct07339332/")) {
                Path copy = rules.resolve(file.getKey().replace("nct07339332/", "second/"));
                Files.createDirectories(copy.getParent());
                Files.writeString(
                        copy,
                        file.getValue()
                                .replace("package nct07339332", "package second")
                                .replace("study: NCT07339332", "study: SECOND"));
            }
        }
        try (Service server = Service.start(Database.H2, Map.of("protocol-gate.rules", rules.toString()))) {
            String question = """
                    {"study": "%s", "gate": "SCREENING", "on": "2026-03-10", "participant": {"id": "CT-900", "sex": "MALE"}, "facts": []}""";
            assertThat(server.post(Role.COORDINATOR, "/api/evaluations", question.formatted("SECOND"))
                            .body())
                    .contains("\"study\":\"SECOND\"");
            assertThat(server.post(Role.COORDINATOR, "/api/evaluations", question.formatted("NCT07339332"))
                            .body())
                    .contains("\"study\":\"NCT07339332\"");
            assertThat(server.post(Role.COORDINATOR, "/api/evaluations", question.formatted("THIRD"))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void anOpenAuthorisationIsVoidWhenOtherRulesAnswerOtherwise() throws Exception {
        copyRules();
        LocalDate today = LocalDate.parse("2026-03-10");
        Map<String, Object> settings = Map.of("protocol-gate.rules", rules.toString(), "testing.clock", "set");
        try (Service server = Service.start(Database.H2, settings)) {
            Trial trial = Trial.at(server);
            trial.enrolReady("CT-1", today, "3.0e8");
            String given = Trial.json(
                            Trial.expect(trial.authorise(trial.decide("CT-1", "INFUSION", today), "3.0e8"), 201))
                    .get("id")
                    .asText();
            change(LIMITS, text -> text.replaceFirst("(?s)(EXC-12.washout:.*?\"1.0\": )[0-9]+", "$128"));
            assertThat(reload(server).statusCode()).isEqualTo(200);
            assertThat(trial.get("/api/authorisations/" + given).get("state").asText())
                    .isEqualTo("VOID");
            assertThat(trial.get("/api/authorisations/" + given)
                            .at("/end/criteria/0")
                            .asText())
                    .isEqualTo("EXC-12");
        }
    }

    @Test
    void aStudyWithoutDoseLevelsIsServedAndHasNone() throws Exception {
        copyRules();
        change("nct07339332/protocol.yaml", text -> text.substring(0, text.indexOf("\ndosing:") + 1));
        try (Service server = Service.start(Database.H2, Map.of("protocol-gate.rules", rules.toString()))) {
            assertThat(washout(server)).isEqualTo("14 days");
            assertThat(server.get(Role.MONITOR, "/api/levels").statusCode()).isEqualTo(404);
            HttpResponse<String> level = server.get(Role.MONITOR, "/api/levels/3.0e8");
            assertThat(level.statusCode()).isEqualTo(404);
            assertThat(level.body()).contains("the study has no dose levels");
        }
    }

    /** The program itself, as it is started: it tells the fault and ends. */
    @Test
    void aFaultyFolderStopsTheStart() throws Exception {
        copyRules();
        change(
                "nct07339332/infusion/EXC-13-jak-inhibitor-washout.drl",
                text -> text.replace("surelyTaken(", "surelyTakn("));
        ProcessBuilder start = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.protocolgate.Application");
        start.environment().put("PROTOCOL_GATE_RULES", rules.toString());
        start.environment().put("MICRONAUT_SERVER_PORT", "0");
        start.environment().put("PROTOCOL_GATE_DATA", rules.resolve("data").toString());
        start.redirectErrorStream(true);
        Process process = start.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(told)
                .contains("The rule folder cannot be served", "EXC-13-jak-inhibitor-washout.drl", "surelyTakn")
                .doesNotContain("\tat ");
    }

    private void copyRules() throws IOException {
        for (Map.Entry<String, String> file : TestRules.files().files().entrySet()) {
            Path copy = rules.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, file.getValue());
        }
    }

    private void change(String path, UnaryOperator<String> how) throws IOException {
        Path file = rules.resolve(path);
        String before = Files.readString(file);
        Files.writeString(file, how.apply(before));
        assertThat(Files.readString(file)).isNotEqualTo(before);
    }

    private String washout(Service server) throws Exception {
        var protocol = Service.json(server.get(Role.MONITOR, "/api/protocols/NCT07339332/1.0"));
        for (var criterion : protocol.get("criteria")) {
            if (criterion.get("id").asText().equals("EXC-13")) {
                return criterion.get("limits").get(0).get("text").asText();
            }
        }
        throw new AssertionError("EXC-13 is not served");
    }

    private HttpResponse<String> reload(Service server) {
        return server.post(Role.ADMIN, "/api/protocols/reload", "");
    }
}
