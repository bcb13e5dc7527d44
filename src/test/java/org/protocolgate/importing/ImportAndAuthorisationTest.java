package org.protocolgate.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.testing.Trial.expect;
import static org.protocolgate.testing.Trial.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;

/** What is taken over has the consequences of what is entered. It is 2026-03-10 at the site. */
@ParameterizedClass
@EnumSource(Database.class)
class ImportAndAuthorisationTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final String LEVEL = "3.0e8";

    private final Database database;
    private Service service;
    private Trial trial;

    ImportAndAuthorisationTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        service = Service.start(database, Map.of("testing.clock", "set"));
        trial = Trial.at(service);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aResourceThatChangesMakesAnAuthorisationVoid() {
        trial.enrolReady("CT-1", TODAY, LEVEL);
        Sent sent = new Sent(service, "CT-1");
        ObjectNode bundle = tofacitinib("completed", "'start': '2025-06', 'end': '2025-12-20'");
        assertThat(sent.take(bundle).get("stored").asBoolean()).isTrue();
        JsonNode given = json(expect(trial.authorise(trial.decide("CT-1", "INFUSION", TODAY), LEVEL), 201));

        JsonNode report = sent.take(tofacitinib("completed", "'start': '2025-06', 'end': '2026-03-01'"));

        assertThat(report.at("/lines/0/facts/0/did").asText()).isEqualTo("CORRECTED");
        JsonNode end = trial.get("/api/authorisations/" + given.get("id").asText());
        assertThat(end.get("state").asText()).isEqualTo("VOID");
        assertThat(end.at("/end/criteria/0").asText()).isEqualTo("EXC-13");
    }

    /** That it was stopped is said, but not when: it may be inside every washout. */
    @Test
    void aStoppedDrugWithoutADateIsNeverAPass() {
        trial.enrolReady("CT-1", TODAY, LEVEL);
        assertThat(trial.decide("CT-1", "INFUSION", TODAY).get("verdict").asText())
                .isEqualTo("PROCEED");

        new Sent(service, "CT-1").take(tofacitinib("stopped", "'start': '2019-04-02'"));

        JsonNode decision = trial.decide("CT-1", "INFUSION", TODAY);
        assertThat(decision.get("verdict").asText()).isEqualTo("INCOMPLETE");
        assertThat(decision.at("/criteria/0/id").asText()).isEqualTo("EXC-13");
        assertThat(decision.at("/criteria/0/status").asText()).isEqualTo("UNKNOWN");
    }

    private static ObjectNode tofacitinib(String status, String period) {
        String json = "{'resourceType': 'Bundle', 'type': 'collection', 'entry': [{'resource': {'resourceType': "
                + "'MedicationStatement', 'id': 'tofa', 'status': '" + status
                + "', 'subject': {'reference': 'Patient/7'}, "
                + "'medicationCodeableConcept': {'coding': [{'system': 'http://www.nlm.nih.gov/research/umls/rxnorm', "
                + "'code': '1357536', 'display': 'tofacitinib'}]}, 'effectivePeriod': {" + period + "}}}]}";
        try {
            return (ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"'));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
