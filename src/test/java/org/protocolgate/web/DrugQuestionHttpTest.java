package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.ResourceBundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.audit.Chain;
import org.protocolgate.protocol.Texts;
import org.protocolgate.testing.AuditEntries;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** "What if this drug is given?", asked of a participant who is ready for the infusion today. */
@ParameterizedClass
@EnumSource(Database.class)
class DrugQuestionHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Random CODES = new Random();

    private final Service service;
    private final Trial trial;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private String code;

    DrugQuestionHttpTest(Database database) {
        service = Service.on(database);
        trial = Trial.at(service);
    }

    @BeforeEach
    void enrol() {
        code = "DRUG-" + Integer.toHexString(CODES.nextInt());
        trial.enrolReady(code, today, "3.0e8");
    }

    private HttpResponse<String> ask(String drug, String more) {
        return trial.send(
                Role.MONITOR,
                "POST",
                "/api/participants/" + code + "/what-if/drug",
                ("{'drug': {" + drug + "}" + more + "}").replace('\'', '"'));
    }

    private JsonNode asked(String drug) {
        HttpResponse<String> answer = ask(drug, ", 'on': '" + today + "'");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Service.json(answer);
    }

    private static List<String> touched(JsonNode answer) {
        List<String> touched = new ArrayList<>();
        answer.get("criteria")
                .forEach(one -> touched.add(
                        one.at("/with/id").asText() + " " + one.get("without").asText() + " "
                                + one.at("/with/status").asText()));
        return touched;
    }

    @Test
    void aForbiddenDrugMakesItsCriterionFallAndSaysFromWhenNot() {
        JsonNode answer = asked("'name': 'baricitinib', 'start': '" + today.minusDays(3) + "', 'end': '" + today + "'");

        assertThat(answer.get("effect").asText()).isEqualTo("FORBIDDEN");
        assertThat(touched(answer)).containsExactly("EXC-13 MET NOT_MET");
        assertThat(answer.at("/with/verdict").asText()).isEqualTo("HOLD");
        assertThat(answer.at("/criteria/0/with/clears/on").asText())
                .isEqualTo(today.plusDays(15).toString());
        assertThat(answer.get("clears").asText()).isEqualTo(today.plusDays(15).toString());
        assertThat(answer.get("says").asText())
                .contains("EXC-13", "not met", today.plusDays(15).toString());
    }

    /** Without an end the washout begins nobody knows when: no day may be told from which on it may be given. */
    @Test
    void aDrugOfWhichNobodySaysWhenItEndsClearsOnNoDayForSure() {
        JsonNode answer = asked("'name': 'baricitinib', 'start': '" + today + "'");

        assertThat(answer.get("effect").asText()).isEqualTo("FORBIDDEN");
        assertThat(answer.get("surely").asBoolean()).isFalse();
        assertThat(answer.get("says").asText())
                .contains("surely not met before " + today.plusDays(15), "not known")
                .doesNotContain("clears", "earliest");
        JsonNode ended = asked("'name': 'baricitinib', 'start': '" + today + "', 'end': '" + today + "'");
        assertThat(ended.get("surely").asBoolean()).isTrue();
    }

    @Test
    void nothingOfItIsKeptButThatItWasAsked() {
        long before = trial.get("/api/participants/" + code + "/facts").size();
        JsonNode answer = asked("'name': 'baricitinib', 'start': '" + today + "', 'ongoing': true");

        assertThat(trial.get("/api/participants/" + code + "/facts")).hasSize((int) before);
        assertThat(trial.get("/api/participants/" + code + "/decisions")).isEmpty();
        assertThat(new AuditEntries(service).of(Chain.EVALUATIONS))
                .anyMatch(entry -> entry.startsWith(
                        "EVALUATED monitor MONITOR " + answer.get("id").asText()));
    }

    @Test
    void anUnknownDrugIsUnknownAndHasToBeClassified() {
        JsonNode answer = asked("'name': 'newdrugumab', 'start': '" + today + "', 'end': '" + today + "'");

        assertThat(answer.get("effect").asText()).isEqualTo("UNKNOWN");
        assertThat(answer.get("says").asText()).contains("newdrugumab", "classify");
        assertThat(touched(answer)).contains("EXC-12 MET UNKNOWN", "EXC-13 MET UNKNOWN");
        JsonNode longAgo = asked("'name': 'newdrugumab', 'on': '" + today.minusYears(9) + "'");
        assertThat(longAgo.get("effect").asText()).isEqualTo("UNKNOWN");
    }

    @Test
    void whatIsNotKnownOfAKnownDrugLeavesItOpen() {
        assertThat(asked("'name': 'prednisone', 'route': 'ORAL', 'start': '" + today + "', 'ongoing': true")
                        .get("effect")
                        .asText())
                .isEqualTo("UNKNOWN");
        assertThat(asked("'name': 'baricitinib', 'start': '" + today.minusYears(1) + "'")
                        .get("effect")
                        .asText())
                .as("its end is not known")
                .isEqualTo("UNKNOWN");
    }

    @Test
    void aDrugThatNoCriterionAsksForTouchesNone() {
        JsonNode answer = asked("'name': 'hydroxychloroquine', 'start': '" + today + "', 'ongoing': true");

        assertThat(answer.get("effect").asText()).isEqualTo("NONE");
        assertThat(answer.get("criteria")).isEmpty();
        assertThat(answer.get("with")).isEqualTo(answer.get("without"));
    }

    @Test
    void withoutADayThePlannedOneIsAskedAbout() {
        String drug = "'name': 'tofacitinib', 'start': '" + today + "', 'end': '" + today + "'";
        HttpResponse<String> none = ask(drug, "");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(Service.json(none).at("/violations/0/pointer").asText()).isEqualTo("/on");

        trial.reach(code, "INFUSION_PLANNED", today.plusDays(5).toString());
        JsonNode answer = Service.json(ask(drug, ""));
        assertThat(answer.get("on").asText()).isEqualTo(today.plusDays(5).toString());
        assertThat(answer.get("clears").asText()).isEqualTo(today.plusDays(15).toString());
    }

    @Test
    void afterTheInfusionTheFollowUpIsAskedAboutWhichSaysNothingOfDrugs() {
        trial.reach(code, "INFUSION_STARTED", today + "T00:01");
        trial.reach(code, "INFUSION_COMPLETED", today + "T00:02");

        JsonNode answer = Service.json(ask("'name': 'baricitinib', 'start': '" + today + "', 'ongoing': true", ""));

        assertThat(answer.get("gate").asText()).isEqualTo("FOLLOW_UP");
        assertThat(answer.get("effect").asText()).isEqualTo("NONE");
        assertThat(answer.get("says").asText()).contains("say nothing of drugs");
    }

    @Test
    void everyFaultIsNamed() {
        HttpResponse<String> answer = ask("'dailyDose': {'value': -1}, 'ende': '2026-01-01'", ", 'on': '2026-02'");

        assertThat(answer.statusCode()).isEqualTo(400);
        List<String> places = new ArrayList<>();
        Service.json(answer)
                .get("violations")
                .forEach(v -> places.add(v.get("pointer").asText()));
        assertThat(places).contains("/on", "/drug/name", "/drug/start", "/drug/dailyDose/value", "/drug/ende");
        ObjectNode no = JSON.createObjectNode();
        assertThat(trial.send(Role.MONITOR, "POST", "/api/participants/nobody/what-if/drug", no.toString())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void thePageSaysTheSame() {
        String path = "/participants/" + code + "/drug";
        assertThat(page(path).body()).contains("name=\"drug\"", code);
        String asked = path + "?drug=baricitinib&start=" + today + "&end=&dose=&on=" + today + "&route=&class=";
        HttpResponse<String> answer = page(asked);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("EXC-13", "not met");
        HttpResponse<String> faulty = page(path + "?drug=baricitinib&start=2026-02-30&dose=x");
        assertThat(faulty.statusCode()).isEqualTo(400);
        assertThat(faulty.body()).contains("fault-start", "fault-dose").doesNotContain("EXC-13");
        assertThat(page("/participants/NOBODY-" + code + "/drug?drug=a&start=" + today)
                        .statusCode())
                .isEqualTo(404);
        assertThat(page("/participants/" + code).body()).contains(path);
    }

    private HttpResponse<String> page(String path) {
        return service.send(service.request(Role.MONITOR, path)
                .header("Accept", "text/html")
                .GET());
    }

    @Test
    void theSentencesAreThereInBothLanguages() {
        ResourceBundle english = ResourceBundle.getBundle("i18n.drug", Locale.ENGLISH);
        ResourceBundle chinese = ResourceBundle.getBundle("i18n.drug", Texts.CHINESE);
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        english.keySet()
                .forEach(key -> assertThat(Texts.slots(chinese.getString(key)))
                        .as(key)
                        .isEqualTo(Texts.slots(english.getString(key))));
    }
}
