package org.protocolgate.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.importing.Sent.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** ODM files over HTTP: what they insert, change and remove. */
@ParameterizedClass
@EnumSource(Database.class)
class OdmHttpTest {

    private static final Random CODES = new Random();
    private static final String MEDICATION = "SE.SCR/F.CM/IG.CM[1]#medication";

    private final Service service;
    private final Trial trial;
    private String code;
    private Sent sent;

    OdmHttpTest(Database database) {
        service = Service.on(database);
        trial = Trial.at(service);
    }

    @BeforeEach
    void enrol() {
        code = "ODM-" + Integer.toHexString(CODES.nextInt());
        trial.enrol(code);
        sent = new Sent(service, code);
    }

    private String snapshot() {
        return new String(Sent.fixture("odm.xml"), StandardCharsets.UTF_8).replace("S-0001", code);
    }

    private HttpResponse<String> send(String xml) {
        return sent.send(xml.getBytes(StandardCharsets.UTF_8), "application/xml", "", "application/json");
    }

    private JsonNode take(String xml) {
        HttpResponse<String> answer = send(xml);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return Service.json(answer);
    }

    private JsonNode change(String inForm) {
        return take("<ODM xmlns='http://www.cdisc.org/ns/odm/v1.3' FileType='Transactional'>"
                + "<ClinicalData StudyOID='EXAMPLE-1' MetaDataVersionOID='M'>"
                + "<SubjectData SubjectKey='" + code + "' TransactionType='Context'>"
                + "<StudyEventData StudyEventOID='SE.SCR'>" + inForm
                + "</StudyEventData></SubjectData></ClinicalData></ODM>");
    }

    private static String medication(String type, String items) {
        return "<FormData FormOID='F.CM'><ItemGroupData ItemGroupOID='IG.CM' ItemGroupRepeatKey='1' TransactionType='"
                + type + "'>" + items + "</ItemGroupData></FormData>";
    }

    private JsonNode facts() {
        return trial.get("/api/participants/" + code + "/facts");
    }

    private JsonNode current(String record) {
        for (JsonNode fact : facts()) {
            if (fact.get("state").asText().equals("CURRENT")
                    && fact.at("/fact/source/id").asText().equals(record)) {
                return fact.get("fact");
            }
        }
        throw new IllegalArgumentException(record + " is not among " + facts());
    }

    @Test
    void aSnapshotIsTakenOnce() {
        HttpResponse<String> first = send(snapshot());
        JsonNode report = Service.json(first);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(line(report, MEDICATION).get("outcome").asText()).isEqualTo("TAKEN");
        assertThat(report.get("format").asText()).startsWith("ODM 1.3.2, mapping sha256:");
        assertThat(report.get("source").asText()).isEqualTo("EXAMPLE-1");
        int facts = facts().size();
        assertThat(facts).isEqualTo(5);

        HttpResponse<String> again = send(snapshot());

        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(facts()).hasSize(facts);
    }

    @Test
    void anUpdateCorrectsOnlyWhatItSaysAndALaterSnapshotOfTheSameAddsNothing() {
        take(snapshot());

        JsonNode report = change(medication("Update", "<ItemData ItemOID='IT.CMSTDAT' Value='2025-12-01'/>"));

        assertThat(line(report, MEDICATION).at("/facts/0/did").asText()).isEqualTo("CORRECTED");
        JsonNode fact = current(MEDICATION);
        assertThat(fact.get("start").asText()).isEqualTo("2025-12-01");
        assertThat(fact.at("/dailyDose/value").decimalValue()).isEqualByComparingTo("10");
        assertThat(send(snapshot().replace(">2025-11<", ">2025-12-01<")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aDoseOfWhichOnlyAPartIsSentIsNoLongerKnown() {
        take(snapshot());

        JsonNode report = change(medication("Upsert", "<ItemData ItemOID='IT.CMDOSE' Value='2'/>"));

        assertThat(line(report, MEDICATION).get("outcome").asText()).isEqualTo("DOUBTFUL");
        assertThat(current(MEDICATION).has("dailyDose")).isFalse();
        assertThat(current(MEDICATION).get("name").asText()).isEqualTo("prednisone");
    }

    @Test
    void aRemovedItemIsNoLongerSaid() {
        take(snapshot());

        change(medication("Update", "<ItemData ItemOID='IT.CMONGO' TransactionType='Remove'/>"));

        assertThat(current(MEDICATION).has("ongoing")).isFalse();
        assertThat(current(MEDICATION).has("end")).isFalse();
    }

    @Test
    void aRemovedGroupIsWithdrawn() {
        take(snapshot());

        JsonNode report = change(medication("Remove", ""));

        assertThat(line(report, MEDICATION).at("/facts/0/did").asText()).isEqualTo("WITHDRAWN");
        assertThat(service.json(service.send(service.request(Role.COORDINATOR, "/api/participants/" + code + "/facts")))
                        .toString())
                .contains("WITHDRAWN");
    }

    @Test
    void aRemovedFormIsWithdrawnWithAllThatIsInItButNotWhatIsInsertedAnew() {
        take(snapshot());
        String name = "<ItemData ItemOID='IT.CMTRT' Value='prednisone'/>";

        JsonNode report = change("<FormData FormOID='F.CM' TransactionType='Remove'/>"
                + medication("Insert", name + "<ItemData ItemOID='IT.CMONGO' Value='Y'/>"));

        assertThat(line(report, "SE.SCR/F.CM/IG.CM[2]#medication")
                        .at("/facts/0/did")
                        .asText())
                .isEqualTo("WITHDRAWN");
        assertThat(line(report, MEDICATION).at("/facts/0/did").asText()).isEqualTo("CORRECTED");
        assertThat(current(MEDICATION).has("start")).isFalse();
        assertThat(current("SE.SCR/F.VS/IG.VS#weight").get("value").asText()).isEqualTo("58.5");
    }

    @Test
    void anUpdateOfWhatWasNeverTakenIsDoubtful() {
        JsonNode report = change(medication("Update", "<ItemData ItemOID='IT.CMTRT' Value='prednisone'/>"));

        assertThat(line(report, MEDICATION).get("outcome").asText()).isEqualTo("DOUBTFUL");
        assertThat(line(report, MEDICATION).toString()).contains("nothing was taken of it before");
        assertThat(current(MEDICATION).get("name").asText()).isEqualTo("prednisone");
    }

    @Test
    void whatIsPutInByAnUpsertIsReadWhole() {
        JsonNode report = change(medication(
                "Upsert",
                "<ItemData ItemOID='IT.CMTRT' Value='ibuprofen'/><ItemData ItemOID='IT.CMSTDAT' Value='2026-01-05'/>"
                        + "<ItemData ItemOID='IT.CMONGO' Value='Y'/>"));

        assertThat(line(report, MEDICATION).get("outcome").asText())
                .as(report.toString())
                .isEqualTo("TAKEN");
        assertThat(current(MEDICATION).get("ongoing").asBoolean()).isTrue();
    }

    @Test
    void aPersonHasTheLastWord() {
        String fact = line(take(snapshot()), MEDICATION).at("/facts/0/id").asText();
        trial.correct(
                fact,
                "{\"reason\": \"asked\", \"replacement\": {\"type\": \"drug\", \"name\": \"prednisone\", \"end\": \"2026-02-01\"}}");

        JsonNode report = change(medication("Update", "<ItemData ItemOID='IT.CMSTDAT' Value='2025-12-01'/>"));

        assertThat(line(report, MEDICATION).get("outcome").asText()).isEqualTo("DOUBTFUL");
        assertThat(report.toString()).contains("was corrected by a person since");
    }

    @Test
    void anotherSubjectIsRefused() {
        HttpResponse<String> answer = send(snapshot().replace(code, "SOMEBODY"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("no data of this subject").doesNotContain("SOMEBODY");
        String mapped = new String(Sent.fixture("odm.xml"), StandardCharsets.UTF_8);
        HttpResponse<String> anothers =
                sent.send(mapped.getBytes(StandardCharsets.UTF_8), "text/xml", "?subject=S-0001", "application/json");
        assertThat(anothers.statusCode()).isEqualTo(400);
        assertThat(anothers.body()).contains("is another participant");
        assertThat(facts()).isEmpty();
    }

    @Test
    void aFileOfManyGoesToEach() {
        String second = "M-" + code;
        trial.enrol(second);
        String data = snapshot();
        String subject = data.substring(data.indexOf("<SubjectData"), data.indexOf("<AuditRecords>"));
        String both = data.replace("<AuditRecords>", subject.replace(code, second) + "<AuditRecords>")
                .replace("<AuditRecords>", subject.replace(code, "NOBODY") + "<AuditRecords>");

        HttpResponse<String> answer = service.send(service.request(Role.COORDINATOR, "/api/imports")
                .header("Content-Type", "application/odm+xml")
                .POST(HttpRequest.BodyPublishers.ofString(both)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Service.json(answer).get("participants")).hasSize(2);
        assertThat(Service.json(answer).get("notEnrolled").toString()).isEqualTo("[\"NOBODY\"]");
        assertThat(facts()).hasSize(5);
        assertThat(trial.get("/api/participants/" + second + "/facts")).hasSize(5);
    }
}
