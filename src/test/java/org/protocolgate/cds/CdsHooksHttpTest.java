package org.protocolgate.cds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.audit.Chain;
import org.protocolgate.importing.Sent;
import org.protocolgate.testing.AuditEntries;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;

/** The cards of each hook, for somebody who may be infused today and for somebody who may not. */
@ParameterizedClass
@EnumSource(Database.class)
class CdsHooksHttpTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final String READY = "CDS-READY";
    private static final String HELD = "CDS-HELD";

    private static final Map<Database, Service> STARTED = new EnumMap<>(Database.class);

    private final Service service;
    private final Trial trial;
    private final Ehr ehr;

    CdsHooksHttpTest(Database database) {
        service = STARTED.computeIfAbsent(database, CdsHooksHttpTest::start);
        trial = Trial.at(service);
        ehr = Ehr.of(service);
    }

    private static Service start(Database database) {
        Service started = Ehr.start(database);
        Trial site = Trial.at(started);
        site.enrolReady(READY, TODAY, "3.0e8");
        site.enrolReady(HELD, TODAY, "3.0e8");
        site.record(HELD, drug("baricitinib", "2026-02-20", "2026-03-01"));
        return started;
    }

    @AfterAll
    static void stop() {
        STARTED.values().forEach(Service::close);
        STARTED.clear();
    }

    private static String drug(String name, String start, String end) {
        return "[{\"type\": \"drug\", \"name\": \"" + name + "\", \"start\": \"" + start + "\", \"end\": \"" + end
                + "\"}]";
    }

    private static ObjectNode resource(ObjectNode message) {
        return (ObjectNode) message.at("/context/draftOrders/entry/0/resource");
    }

    private static String indicator(JsonNode cards) {
        assertThat(cards).as(cards.toString()).hasSize(1);
        assertThat(cards.at("/0/summary").asText() + cards.at("/0/detail").asText())
                .as("every slot is filled")
                .doesNotContain("{");
        return cards.at("/0/indicator").asText();
    }

    private static void along(ObjectNode message, String key, String json) {
        ((ObjectNode) message.get("prefetch")).set(key, Ehr.parse(json));
    }

    @Test
    void discoveryNamesTheHooksAndWhatTheyWant() {
        HttpResponse<String> answer = ehr.call("/cds-services", null);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode services = Service.json(answer).get("services");
        assertThat(services.findValuesAsText("hook")).containsExactly("patient-view", "order-sign", "appointment-book");
        assertThat(services.at("/0/prefetch/patient").asText()).isEqualTo("Patient/{{context.patientId}}");
    }

    @Test
    void aPatientsViewTellsWhatStandsBeforeTheParticipant() {
        assertThat(indicator(ehr.cards(Ehr.message("patient-view", READY)))).isEqualTo("info");

        JsonNode cards = ehr.cards(Ehr.message("patient-view", HELD));
        assertThat(indicator(cards)).isEqualTo("critical");
        JsonNode card = cards.get(0);
        assertThat(card.get("summary").asText()).contains(HELD, "EXC-13", "2026-03-16");
        assertThat(card.get("summary").asText().length()).isLessThan(140);
        assertThat(card.get("detail").asText()).contains("**EXC-13**", "baricitinib");
        assertThat(card.at("/source/label").asText()).isEqualTo("Protocol Gate");
        assertThat(card.at("/links/0/url").asText()).isEqualTo(Ehr.URL + "/participants/" + HELD);
        assertThat(card.at("/links/0/type").asText()).isEqualTo("absolute");
        assertThat(card.at("/overrideReasons/0/display").asText()).isNotBlank();
        assertThat(UUID.fromString(card.get("uuid").asText())).isNotNull();
        assertThat(card.has("systemActions")).isFalse();
    }

    @Test
    void askingIsOnRecordAndNothingThatCameAlongIs() {
        ObjectNode message = Ehr.message("patient-view", READY);
        along(message, "statement", """
                {'resourceType': 'MedicationStatement', 'id': 'm', 'status': 'completed', 'subject': {'reference': 'Patient/p-1'},
                 'medicationCodeableConcept': {'coding': [{'system': 'http://www.whocc.no/atc', 'code': 'L04AF01'}]},
                 'effectivePeriod': {'start': '2026-03-01', 'end': '2026-03-02'}}""");
        int facts = trial.get("/api/participants/" + READY + "/facts").size();

        JsonNode cards = ehr.cards(message);

        assertThat(indicator(cards)).isEqualTo("critical");
        assertThat(cards.at("/0/summary").asText()).contains("EXC-13");
        assertThat(cards.at("/0/detail").asText()).contains("not recorded here");
        assertThat(trial.get("/api/participants/" + READY + "/facts")).hasSize(facts);
        assertThat(new AuditEntries(service).of(Chain.EVALUATIONS))
                .anyMatch(entry -> entry.startsWith("EVALUATED cds:ehr CDS_CLIENT "
                                + cards.at("/0/uuid").asText())
                        && entry.contains("Practitioner/7"));
    }

    @Test
    void whatComesAlongMakesNothingBetter() {
        ObjectNode message = Ehr.message("patient-view", HELD);
        along(message, "statement", """
                {'resourceType': 'MedicationStatement', 'id': 'm', 'status': 'entered-in-error', 'subject': {'reference': 'Patient/p-1'},
                 'medicationCodeableConcept': {'coding': [{'system': 'http://www.whocc.no/atc', 'code': 'L04AF02'}]}}""");
        assertThat(indicator(ehr.cards(message))).isEqualTo("critical");
    }

    @Test
    void anUnknownDrugThatComesAlongIsAWarning() {
        ObjectNode message = Ehr.message("patient-view", READY);
        along(message, "statement", """
                {'resourceType': 'MedicationStatement', 'id': 'm', 'status': 'active', 'subject': {'reference': 'Patient/p-1'},
                 'medicationCodeableConcept': {'text': 'newdrugumab'}, 'effectivePeriod': {'start': '2026-03-01'}}""");
        JsonNode cards = ehr.cards(message);
        assertThat(indicator(cards)).isEqualTo("warning");
        assertThat(cards.at("/0/detail").asText()).contains("newdrugumab");
    }

    @Test
    void whatCannotBeReadIsNamedAndAWarning() {
        for (String json : List.of(
                "{'resourceType': 'Condition', 'id': 'c', 'subject': {'reference': 'Patient/p-1'}, 'onsetDateTime': '2026-02-30'}",
                "{'resourceType': 'OperationOutcome'}",
                "{'response': {'status': '200 OK'}}",
                "'text'",
                "{'resourceType': 'Bundle', 'link': [{'relation': 'next', 'url': 'https://ehr.example.org/2'}]}")) {
            ObjectNode message = Ehr.message("patient-view", READY);
            along(message, "more", json);
            JsonNode cards = ehr.cards(message);
            assertThat(indicator(cards)).as(json).isEqualTo("warning");
            assertThat(cards.at("/0/detail").asText()).contains("/prefetch/more");
        }
    }

    @Test
    void aForbiddenDrugThatIsOrderedIsCritical() {
        JsonNode cards = ehr.cards(Ehr.message("order-sign", READY));

        assertThat(indicator(cards)).isEqualTo("critical");
        assertThat(cards.at("/0/summary").asText()).contains("EXC-13", "baricitinib", "clears 2026-03-24");
        assertThat(cards.at("/0/detail").asText()).contains("earliest day is 2026-03-24");
    }

    @Test
    void anOrderOfAnUnknownDrugIsAWarningAndOneThatTouchesNothingIsForInformation() {
        ObjectNode unknown = Ehr.message("order-sign", READY);
        resource(unknown).set("medicationCodeableConcept", Ehr.parse("{'text': 'newdrugumab'}"));
        JsonNode cards = ehr.cards(unknown);
        assertThat(indicator(cards)).isEqualTo("warning");
        assertThat(cards.at("/0/summary").asText()).contains("classify");

        trial.reach(READY, "INFUSION_PLANNED", "2026-03-10");
        ObjectNode harmless = Ehr.message("order-sign", READY);
        resource(harmless)
                .set(
                        "medicationCodeableConcept",
                        Ehr.parse("{'coding': [{'system': 'http://www.whocc.no/atc', 'code': 'P01BA02'}]}"));
        assertThat(indicator(ehr.cards(harmless))).isEqualTo("info");
    }

    @Test
    void anOrderOfTheInfusionAsksAboutItsDay() {
        for (String participant : List.of(READY, HELD)) {
            ObjectNode message = Ehr.message("order-sign", participant);
            ((ObjectNode) message.at("/context/draftOrders/entry/0")).set("resource", Ehr.parse("""
                            {'resourceType': 'ServiceRequest', 'id': 's', 'status': 'draft', 'intent': 'order',
                             'code': {'coding': [{'system': 'urn:example:services', 'code': 'cell-infusion'}]},
                             'subject': {'reference': 'Patient/p-1'}, 'occurrenceDateTime': '2026-03-10'}"""));
            JsonNode cards = ehr.cards(message);
            assertThat(indicator(cards)).isEqualTo(participant.equals(HELD) ? "critical" : "info");
            assertThat(cards.at("/0/summary").asText()).contains("2026-03-10");
        }
    }

    @Test
    void aDrugForInfusionIsADrug() {
        ObjectNode message = Ehr.message("order-sign", READY);
        resource(message)
                .set(
                        "medicationCodeableConcept",
                        Ehr.parse("{'coding': [{'system': 'http://www.whocc.no/atc', 'code': 'L04AF02'}],"
                                + " 'text': 'baricitinib, concentrate for infusion'}"));
        resource(message).putArray("reasonCode").addObject().put("text", "after CAR-T");
        JsonNode cards = ehr.cards(message);
        assertThat(indicator(cards)).isEqualTo("critical");
        assertThat(cards.at("/0/summary").asText()).contains("EXC-13");
    }

    @Test
    void anOrderThatIsNotKnownIsNamedAndNeverPassedOver() {
        ObjectNode message = Ehr.message("order-sign", READY);
        ((ObjectNode) message.at("/context/draftOrders/entry/0")).set("resource", Ehr.parse("""
                        {'resourceType': 'ServiceRequest', 'id': 's', 'status': 'draft', 'intent': 'order',
                         'code': {'text': 'MRI of the knee'}, 'subject': {'reference': 'Patient/p-1'}}"""));
        JsonNode cards = ehr.cards(message);
        assertThat(indicator(cards)).isEqualTo("warning");
        assertThat(cards.at("/0/detail").asText()).contains("/context/draftOrders/entry/0/resource");
    }

    @Test
    void anAppointmentAsksAboutItsDay() {
        assertThat(indicator(ehr.cards(Ehr.message("appointment-book", READY)))).isEqualTo("info");
        assertThat(indicator(ehr.cards(Ehr.message("appointment-book", HELD)))).isEqualTo("critical");
        ObjectNode later = Ehr.message("appointment-book", HELD);
        ((ObjectNode) later.at("/context/appointments/entry/0/resource")).put("start", "2026-03-15T17:00:00Z");
        JsonNode cards = ehr.cards(later);
        assertThat(cards.at("/0/summary").asText()).contains("2026-03-16").doesNotContain("EXC-13");
    }

    @Test
    void whatIsRecordedAlreadyDoesNotCountTwice() {
        String low = """
                {'resourceType': 'MedicationStatement', 'id': 'low', 'status': 'active', 'subject': {'reference': 'Patient/p-1'},
                 'medicationCodeableConcept': {'coding': [{'system': 'http://www.whocc.no/atc', 'code': 'H02AB07', 'display': 'prednisone'}]},
                 'effectivePeriod': {'start': '2026-02-21'},
                 'dosage': [{'route': {'coding': [{'system': 'http://snomed.info/sct', 'code': '26643006'}]},
                   'timing': {'repeat': {'frequency': 1, 'period': 1, 'periodUnit': 'd'}},
                   'doseAndRate': [{'doseQuantity': {'value': MG, 'system': 'http://unitsofmeasure.org', 'code': 'mg'}}]}]}""";
        ObjectNode same = Ehr.message("patient-view", READY);
        along(same, "statement", low.replace("MG", "5"));
        assertThat(indicator(ehr.cards(same))).as("5 mg, as it is recorded").isEqualTo("info");
        ObjectNode more = Ehr.message("patient-view", READY);
        along(more, "statement", low.replace("MG", "12"));
        JsonNode cards = ehr.cards(more);
        assertThat(indicator(cards)).isEqualTo("critical");
        assertThat(cards.at("/0/summary").asText()).contains("EXC-11");
    }

    @Test
    void whatWasTakenOverBeforeAndSaysOtherwiseNowIsNamed() {
        String code = "CDS-IMPORTED";
        trial.enrolReady(code, TODAY, "3.0e8");
        String condition = """
                {"resourceType": "Condition", "id": "flu", "subject": {"reference": "Patient/p-1"},
                 "verificationStatus": {"coding": [{"code": "confirmed"}]},
                 "clinicalStatus": {"coding": [{"code": "resolved"}]},
                 "code": {"coding": [{"system": "http://snomed.info/sct", "code": "38341003", "display": "Hypertension"}]},
                 "onsetDateTime": "2020-03-01", "abatementDateTime": "2020-03-05"}""";
        String bundle = "{\"resourceType\": \"Bundle\", \"type\": \"collection\", \"entry\": [{\"resource\": "
                + condition + "}]}";
        HttpResponse<String> taken = new Sent(service, code)
                .send(bundle.getBytes(StandardCharsets.UTF_8), Sent.FHIR, "", "application/json");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);

        ObjectNode same = Ehr.message("patient-view", code);
        along(same, "condition", condition);
        assertThat(ehr.cards(same).at("/0/detail").asText()).doesNotContain("import it again", "not recorded here");
        ObjectNode changed = Ehr.message("patient-view", code);
        along(changed, "condition", condition.replace("2020-03-05", "2020-04-05"));
        JsonNode cards = ehr.cards(changed);
        assertThat(indicator(cards)).isEqualTo("warning");
        assertThat(cards.at("/0/detail").asText()).contains("import it again", "not recorded here");
        ObjectNode back = Ehr.message("patient-view", code);
        along(back, "condition", condition.replace("confirmed", "entered-in-error"));
        assertThat(ehr.cards(back).at("/0/detail").asText()).contains("taken back by its source");
    }

    @Test
    void cardsSpeakChinese() {
        JsonNode cards = ehr.cards(Ehr.message("patient-view", HELD), "Accept-Language", "zh-CN");
        assertThat(cards.at("/0/detail").asText()).contains("方案版本");
        assertThat(cards.at("/0/overrideReasons/2/display").asText()).isEqualTo("已告知研究者");
    }

    @Test
    void ofAPatientWhoIsNoParticipantNothingIsTold() {
        assertThat(ehr.cards(Ehr.message("patient-view", "NOBODY"))).isEmpty();
        ObjectNode without = Ehr.message("patient-view", READY);
        ((ObjectNode) without.at("/prefetch/patient")).remove("identifier");
        assertThat(ehr.cards(without)).isEmpty();
        ObjectNode ofOthers = Ehr.message("patient-view", READY);
        ((ObjectNode) ofOthers.at("/prefetch/patient/identifier/0")).put("system", "urn:example:hospital");
        assertThat(ehr.cards(ofOthers)).isEmpty();
    }

    @Test
    void withoutThePatientItCannotBeAnswered() {
        ObjectNode message = Ehr.message("patient-view", READY);
        message.remove("prefetch");
        HttpResponse<String> answer = ehr.ask(message);
        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(Service.json(answer).get("resourceType").asText()).isEqualTo("OperationOutcome");
    }

    @Test
    void whatIsOfAnotherPatientIsRefused() {
        ObjectNode other = Ehr.message("patient-view", READY);
        along(
                other,
                "statement",
                "{'resourceType': 'MedicationStatement', 'id': 'm', 'status': 'active', "
                        + "'subject': {'reference': 'Patient/p-2'}}");
        assertThat(ehr.ask(other).statusCode()).isEqualTo(400);
        assertThat(Ehr.faults(ehr.ask(other))).containsExactly("/prefetch/statement");

        ObjectNode patient = Ehr.message("patient-view", READY);
        ((ObjectNode) patient.at("/context")).put("patientId", "p-2");
        assertThat(Ehr.faults(ehr.ask(patient))).containsExactly("/prefetch/patient");

        ObjectNode order = Ehr.message("order-sign", READY);
        resource(order).putObject("subject").put("reference", "Patient/p-2");
        assertThat(Ehr.faults(ehr.ask(order))).containsExactly("/context/draftOrders/entry/0/resource");

        ObjectNode visit = Ehr.message("appointment-book", READY);
        ((ObjectNode) visit.at("/context/appointments/entry/0/resource/participant/0/actor"))
                .put("reference", "Patient/p-2");
        assertThat(ehr.ask(visit).statusCode()).isEqualTo(400);
    }

    @Test
    void everyFaultOfARequestIsNamed() {
        JsonNode message = Ehr.parse("{'hook': 'order-select', 'hookInstance': '17', 'context': {'patientId': 'a b'},"
                + " 'fhirAuthorization': {}, 'prefetch': []}");
        HttpResponse<String> answer = ehr.call("/cds-services/protocol-gate-order-sign", message.toString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Ehr.faults(answer))
                .containsExactlyInAnyOrder(
                        "/hook",
                        "/hookInstance",
                        "/fhirServer",
                        "/context/userId",
                        "/context/patientId",
                        "/context/draftOrders",
                        "/prefetch");
        assertThat(ehr.call("/cds-services/protocol-gate-patient-view", "{").statusCode())
                .isEqualTo(400);
        assertThat(ehr.call("/cds-services/order-select", "{}").statusCode()).isEqualTo(404);
        HttpResponse<String> inFhir = ehr.call(
                "/cds-services/protocol-gate-order-sign",
                message.toString(),
                "Accept",
                "application/json, application/fhir+json");
        assertThat(inFhir.statusCode()).isEqualTo(400);
        assertThat(Service.json(inFhir).get("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(Service.json(inFhir).get("issue")).hasSize(7);
    }

    @Test
    void whatIsTooLargeIsRefused() {
        String large = "{\"hook\": \"" + "x".repeat(50_000_000) + "\"}";
        assertThat(ehr.call("/cds-services/protocol-gate-patient-view", large).statusCode())
                .isEqualTo(413);
    }

    @Test
    void feedbackIsRecordedOnce() {
        String card = ehr.cards(Ehr.message("patient-view", HELD)).at("/0/uuid").asText();
        ObjectNode said = (ObjectNode) Ehr.parse("""
                {'feedback': [{'card': 'CARD', 'outcome': 'overridden', 'outcomeTimestamp': '2026-03-10T04:00:00Z',
                  'overrideReason': {'reason': {'code': 'informed', 'system': 'urn:protocol-gate:override-reasons'},
                                     'userComment': 'told on the phone'}}]}""".replace("CARD", card));
        String path = "/cds-services/protocol-gate-patient-view/feedback";
        String entry = "CARD_ANSWERED cds:ehr CDS_CLIENT " + card;

        assertThat(ehr.call(path, said.toString()).statusCode()).isEqualTo(200);
        assertThat(ehr.call(path, said.toString()).statusCode()).isEqualTo(200);

        assertThat(new AuditEntries(service).of(Chain.EVALUATIONS))
                .filteredOn(one -> one.startsWith(entry))
                .hasSize(1)
                .noneMatch(one -> one.contains("phone"));
        ((ObjectNode) said.at("/feedback/0")).put("outcome", "accepted");
        assertThat(ehr.call(path, said.toString()).statusCode()).isEqualTo(200);
        assertThat(new AuditEntries(service).of(Chain.EVALUATIONS))
                .filteredOn(one -> one.startsWith(entry))
                .hasSize(2);

        assertStays("delete from cds_feedback");
        assertStays("update cds_card set indicator = 'info'");
        assertThat(Ehr.another(service).call(path, said.toString()).statusCode())
                .as("a card of another client")
                .isEqualTo(404);
        assertThat(ehr.call(path.replace("patient-view", "order-sign"), said.toString())
                        .statusCode())
                .as("a card of another service")
                .isEqualTo(404);
        ((ArrayNode) said.get("feedback"))
                .addObject()
                .put("card", "x")
                .put("outcome", "ignored")
                .put("outcomeTimestamp", "yesterday");
        assertThat(Ehr.faults(ehr.call(path, said.toString())))
                .containsExactly("/feedback/1/card", "/feedback/1/outcome", "/feedback/1/outcomeTimestamp");
    }

    /** The database itself refuses to change it. */
    private void assertStays(String change) {
        DataSource unmanaged = DelegatingDataSource.unwrapDataSource(service.bean(DataSource.class));
        assertThatThrownBy(() -> {
                    try (Connection connection = unmanaged.getConnection();
                            Statement statement = connection.createStatement()) {
                        statement.execute(change);
                    }
                })
                .isInstanceOf(SQLException.class);
    }
}
