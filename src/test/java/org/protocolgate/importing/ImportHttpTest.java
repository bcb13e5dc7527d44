package org.protocolgate.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.importing.Sent.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** What is taken over is stored once, corrected by its source, and stands behind what a person has said. */
@ParameterizedClass
@EnumSource(Database.class)
class ImportHttpTest {

    private static final Random CODES = new Random();

    private final Service service;
    private final Trial trial;
    private String code;
    private Sent sent;

    ImportHttpTest(Database database) {
        service = Service.on(database);
        trial = Trial.at(service);
    }

    @BeforeEach
    void enrol() {
        code = "IMP-" + Integer.toHexString(CODES.nextInt());
        trial.enrol(code);
        sent = new Sent(service, code);
    }

    private JsonNode facts() {
        return trial.get("/api/participants/" + code + "/facts");
    }

    private long current() {
        long count = 0;
        for (JsonNode fact : facts()) {
            count += fact.get("state").asText().equals("CURRENT") ? 1 : 0;
        }
        return count;
    }

    @Test
    void everyRecordIsToldAndKeptWithItsSource() {
        HttpResponse<String> answer = sent.fhir(Sent.bundle());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode report = Service.json(answer);
        assertThat(report.get("lines").size())
                .isEqualTo(Sent.bundle().get("entry").size());
        JsonNode sle = line(report, "Condition/sle");
        assertThat(sle.get("outcome").asText()).isEqualTo("TAKEN");
        JsonNode kept = fact(sle.at("/facts/0/id").asText());
        assertThat(kept.at("/fact/kind").asText()).isEqualTo("SLE");
        assertThat(kept.at("/fact/start").asText()).isEqualTo("2019-04");
        assertThat(kept.at("/fact/source/id").asText()).isEqualTo("Condition/sle");
        assertThat(kept.at("/fact/source/version").asText()).isEqualTo("3");
    }

    private JsonNode fact(String id) {
        for (JsonNode fact : facts()) {
            if (fact.get("id").asText().equals(id)) {
                return fact;
            }
        }
        throw new IllegalArgumentException(id);
    }

    @Test
    void theSameAgainAddsNothing() {
        sent.take(Sent.bundle());
        int before = facts().size();

        HttpResponse<String> again = sent.fhir(Sent.bundle());

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Service.json(again).get("taken").asInt()).isZero();
        assertThat(facts().size()).isEqualTo(before).isPositive();
        assertThat(line(Service.json(again), "Condition/sle").at("/facts/0/did").asText())
                .isEqualTo("UNCHANGED");
    }

    @Test
    void aTrialStoresNothing() {
        HttpResponse<String> answer =
                sent.send(Sent.bytes(Sent.bundle()), Sent.FHIR, "?dryRun=true", "application/json");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode report = Service.json(answer);
        assertThat(report.get("stored").asBoolean()).isFalse();
        assertThat(line(report, "Condition/sle").at("/facts/0/did").asText()).isEqualTo("RECORDED");
        assertThat(line(report, "Condition/sle").at("/facts/0/id").isNull()).isTrue();
        assertThat(facts()).isEmpty();
        assertThat(trial.get("/api/audit?action=IMPORTED&participant=" + code).get("entries"))
                .isEmpty();
    }

    @Test
    void whatChangedCorrectsWhatWasTaken() {
        String old = line(sent.take(Sent.bundle()), "Condition/sle")
                .at("/facts/0/id")
                .asText();
        ObjectNode changed = Sent.bundle();
        Sent.resource(changed, "sle").put("onsetDateTime", "2019-05-02");

        JsonNode report = sent.take(changed);

        assertThat(line(report, "Condition/sle").at("/facts/0/did").asText()).isEqualTo("CORRECTED");
        assertThat(report.get("taken").asInt()).isEqualTo(1);
        JsonNode superseded = fact(old);
        assertThat(superseded.get("state").asText()).isEqualTo("SUPERSEDED");
        assertThat(superseded.at("/correction/replacement").asText())
                .isEqualTo(line(report, "Condition/sle").at("/facts/0/id").asText());
        assertThat(sent.take(changed).get("taken").asInt()).isZero();
    }

    @Test
    void whatWasEnteredInErrorIsTakenBackAndCanComeAgain() {
        JsonNode first = sent.take(Sent.bundle());
        long all = current();
        ObjectNode changed = Sent.bundle();
        Sent.resource(changed, "alt").put("status", "entered-in-error");

        JsonNode report = sent.take(changed);

        assertThat(line(report, "Observation/alt").at("/facts/0/did").asText()).isEqualTo("WITHDRAWN");
        JsonNode withdrawn =
                fact(line(first, "Observation/alt").at("/facts/0/id").asText());
        assertThat(withdrawn.get("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.at("/correction/reason").asText()).contains("entered in error");
        assertThat(current()).isEqualTo(all - 1);
        assertThat(line(sent.take(Sent.bundle()), "Observation/alt")
                        .at("/facts/0/did")
                        .asText())
                .isEqualTo("RECORDED");
        assertThat(current()).isEqualTo(all);
    }

    @Test
    void whatCannotBeReadAnyMoreStands() {
        sent.take(Sent.bundle());
        long all = current();
        ObjectNode changed = Sent.bundle();
        Sent.resource(changed, "hcg").remove("valueCodeableConcept");

        JsonNode line = line(sent.take(changed), "Observation/hcg");

        assertThat(line.get("outcome").asText()).isEqualTo("DOUBTFUL");
        assertThat(line.get("remarks").toString()).contains("stays as it is");
        assertThat(current()).isEqualTo(all);
    }

    @Test
    void aPersonHasTheLastWord() {
        String old = line(sent.take(Sent.bundle()), "Condition/sle")
                .at("/facts/0/id")
                .asText();
        trial.correct(
                old,
                "{\"reason\": \"seen in the file\", \"replacement\": {\"type\": \"condition\", \"kind\": \"SLE\", "
                        + "\"start\": \"2018-01\", \"ongoing\": true}}");
        ObjectNode changed = Sent.bundle();
        Sent.resource(changed, "sle").put("onsetDateTime", "2020");
        long before = current();

        JsonNode line = line(sent.take(changed), "Condition/sle");

        assertThat(line.get("outcome").asText()).isEqualTo("DOUBTFUL");
        assertThat(line.get("remarks").toString()).contains("corrected by a person");
        assertThat(line.get("facts")).isEmpty();
        assertThat(current()).isEqualTo(before);
    }

    @Test
    void anotherPatientIsRefusedByPlaceAlone() {
        ObjectNode bundle = Sent.bundle();
        ((ObjectNode) Sent.resource(bundle, "alt").get("subject")).put("reference", "Patient/somebody-else");

        HttpResponse<String> answer = sent.fhir(bundle);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("/entry/10")
                .contains("another patient")
                .doesNotContain("somebody-else");
        assertThat(facts()).isEmpty();
    }

    @Test
    void aSecondPatientIsRefused() {
        ObjectNode bundle = Sent.bundle();
        ((ArrayNode) bundle.get("entry")).add(bundle.at("/entry/0").deepCopy());

        assertThat(sent.fhir(bundle).statusCode()).isEqualTo(400);
        assertThat(facts()).isEmpty();
        HttpResponse<String> inFhir = sent.send(Sent.bytes(bundle), Sent.FHIR, "", Sent.FHIR);
        assertThat(inFhir.statusCode()).isEqualTo(400);
        assertThat(Service.json(inFhir).get("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(Service.json(inFhir).at("/issue/0/diagnostics").asText()).contains("a second Patient");
    }

    @Test
    void fhirIsAnsweredInItsOwnWords() {
        HttpResponse<String> answer = sent.send(Sent.bytes(Sent.bundle()), Sent.FHIR, "", Sent.FHIR);

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(Sent.FHIR));
        JsonNode outcome = Service.json(answer);
        assertThat(outcome.get("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(outcome.get("issue").size())
                .isEqualTo(Sent.bundle().get("entry").size());
        assertThat(outcome.at("/issue/1/expression/0").asText()).isEqualTo("Bundle.entry[1].resource");
        assertThat(outcome.at("/issue/5/severity").asText()).isEqualTo("warning");
    }

    @Test
    void theAuditLogSaysWhoTookOverWhat() {
        sent.take(Sent.bundle());

        JsonNode entries =
                trial.get("/api/audit?action=IMPORTED&participant=" + code).get("entries");
        assertThat(entries).hasSize(1);
        assertThat(entries.at("/0/details/recorded").asInt()).isEqualTo((int) current());
        assertThat(trial.told("/api/audit?action=IMPORTED&participant=" + code).get(0))
                .contains("coordinator took over what FHIR R4 says of " + code);
    }

    @Test
    void onlyACoordinatorTakesOver() {
        assertThat(sent.send(Role.MONITOR, Sent.bytes(Sent.bundle()), Sent.FHIR, "", "application/json")
                        .statusCode())
                .isEqualTo(403);
        assertThat(facts()).isEmpty();
    }
}
