package org.protocolgate.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.fhir.Reads.rxnorm;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.protocolgate.importing.Reading;

/** Which drug, when and how much of it: only what a resource says. */
class DrugsTest {

    private static final String PREDNISONE_20 = Reads.product("312615", "prednisone 20 MG Oral Tablet");

    private static Reading request(String keys) {
        return Reads.one(
                "MedicationRequest",
                "'intent': 'order', 'medicationCodeableConcept': " + PREDNISONE_20 + ", 'authoredOn': '2026-01-05', "
                        + keys);
    }

    private static JsonNode fact(Reading reading) {
        assertThat(reading.facts()).as(reading.toString()).hasSize(1);
        return reading.facts().get(0);
    }

    @Test
    void aStoppedDrugWithoutADateHasAnUnknownEnd() {
        Reading reading = request("'status': 'stopped'");

        assertThat(reading.kind()).isEqualTo(Reading.Kind.DOUBT);
        assertThat(fact(reading).has("end")).isFalse();
        assertThat(fact(reading).has("ongoing")).isFalse();
        assertThat(reading.remarks().toString()).contains("the end is not known");
    }

    @Test
    void aStoppedOrderDidNotRunToItsPlannedEnd() {
        Reading reading = request("'status': 'stopped', 'dosageInstruction': [{'timing': {'repeat': "
                + "{'boundsPeriod': {'start': '2026-01-06', 'end': '2026-01-20'}}}}]");

        assertThat(fact(reading).get("start").asText()).isEqualTo("2026-01-06");
        assertThat(fact(reading).has("end")).isFalse();
    }

    @Test
    void anActiveOrderGoesOn() {
        JsonNode fact = fact(request("'status': 'active'"));

        assertThat(fact.get("ongoing").asBoolean()).isTrue();
        assertThat(fact.get("start").asText()).isEqualTo("2026-01-05");
        assertThat(fact.at("/code/value").asText()).isEqualTo("312615");
        assertThat(fact.get("route").asText()).isEqualTo("ORAL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'boundsDuration': {'value': 5, 'code': 'd'}",
                "'count': 3",
                "'boundsRange': {'high': {'value': 5}}"
            })
    void anOrderForAWhileHasAnUnknownEnd(String bounds) {
        JsonNode fact =
                fact(request("'status': 'active', 'dosageInstruction': [{'timing': {'repeat': {" + bounds + "}}}]"));

        assertThat(fact.has("ongoing") || fact.has("end")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'value': 10, 'unit': 'mg', 'code': 'mg'} | {'repeat': {'frequency': 2, 'period': 1, 'periodUnit': 'd'}} | 20 | mg",
                "{'value': 1, 'code': '{tbl}'} | {'repeat': {'frequency': 1, 'period': 1, 'periodUnit': 'd'}} | 20 | mg",
                "{'value': 500, 'code': 'ug'} | {'repeat': {'frequency': 1, 'period': 8, 'periodUnit': 'h'}} | 1500 | ug",
                "{'value': 5, 'code': 'mg'} | {'code': {'coding': [{'code': 'BID'}]}} | 10 | mg",
                "{'value': 5, 'code': 'mg'} | {'repeat': {'timeOfDay': ['08:00:00', '20:00:00']}} | 10 | mg"
            })
    void aDoseAndAFrequencyMakeADailyDose(String dose, String timing, String value, String unit) {
        JsonNode fact = fact(request("'status': 'active', 'dosageInstruction': [{'timing': " + timing
                + ", 'doseAndRate': [{'doseQuantity': " + dose + "}]}]"));

        assertThat(fact.at("/dailyDose/value").decimalValue()).isEqualByComparingTo(value);
        assertThat(fact.at("/dailyDose/unit").asText()).isEqualTo(unit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'asNeededBoolean': true, 'timing': {'repeat': {'frequency': 1, 'period': 1, 'periodUnit': 'd'}}, 'doseAndRate': [{'doseQuantity': {'value': 5, 'code': 'mg'}}]",
                "'asNeededBoolean': true, 'doseAndRate': [{'doseQuantity': {'value': 5, 'code': 'mg'}}]",
                "'timing': {'repeat': {'frequency': 1, 'period': 1, 'periodUnit': 'wk'}}, 'doseAndRate': [{'doseQuantity': {'value': 5, 'code': 'mg'}}]",
                "'timing': {'repeat': {'frequency': 1, 'period': 2, 'periodUnit': 'd'}}, 'doseAndRate': [{'doseQuantity': {'value': 5, 'code': 'mg'}}]",
                "'timing': {'repeat': {'frequency': 1, 'frequencyMax': 2, 'period': 1, 'periodUnit': 'd'}}, 'doseAndRate': [{'doseQuantity': {'value': 5, 'code': 'mg'}}]",
                "'timing': {'repeat': {'frequency': 1, 'period': 1, 'periodUnit': 'd'}}, 'doseAndRate': [{'doseQuantity': {'value': 1}}]",
                "'timing': {'repeat': {'frequency': 1, 'period': 1, 'periodUnit': 'd'}}, 'doseAndRate': [{'doseRange': {'low': {'value': 5, 'code': 'mg'}}}]",
                "'timing': {'repeat': {'frequency': 1, 'period': 1, 'periodUnit': 'd'}}, 'doseAndRate': [{'doseQuantity': {'value': 5, 'code': 'mL'}}]",
                "'doseAndRate': [{'doseQuantity': {'value': 5, 'code': 'mg'}}]"
            })
    void whatIsNotTheSameEachDayIsNoDailyDose(String dosage) {
        Reading reading = request("'status': 'active', 'dosageInstruction': [{" + dosage + "}]");

        assertThat(fact(reading).has("dailyDose")).isFalse();
        assertThat(reading.kind()).isEqualTo(Reading.Kind.DOUBT);
    }

    @Test
    void ofSeveralDosagesNoneIsChosen() {
        String dosage = "{'timing': {'repeat': {'frequency': 1, 'period': 1, 'periodUnit': 'd'}}, "
                + "'doseAndRate': [{'doseQuantity': {'value': 5, 'code': 'mg'}}]}";

        assertThat(fact(request("'status': 'active', 'dosageInstruction': [" + dosage + ", " + dosage + "]"))
                        .has("dailyDose"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"cancelled, TAKE_BACK", "entered-in-error, TAKE_BACK", "draft, SKIP"})
    void whatWasNeverGivenIsNotTaken(String status, Reading.Kind kind) {
        Reading reading = request("'status': '" + status + "'");

        assertThat(reading.kind()).isEqualTo(kind);
        assertThat(reading.facts()).isEmpty();
    }

    @Test
    void anOrderNotToGiveItIsNone() {
        assertThat(request("'status': 'active', 'doNotPerform': true").facts()).isEmpty();
        assertThat(Reads.one(
                                "MedicationRequest",
                                "'status': 'active', 'intent': 'proposal', 'medicationCodeableConcept': "
                                        + PREDNISONE_20)
                        .kind())
                .isEqualTo(Reading.Kind.SKIP);
    }

    @Test
    void aDrugThatIsNotInTheTablesIsTakenAndSaidToBeUnclassified() {
        Reading reading = Reads.one(
                "MedicationRequest",
                "'status': 'completed', 'intent': 'order', 'authoredOn': '2026', 'medicationCodeableConcept': "
                        + rxnorm("999999999"));

        assertThat(fact(reading).at("/code/value").asText()).isEqualTo("999999999");
        assertThat(fact(reading).get("name").asText()).isEqualTo("as shown");
        assertThat(reading.remarks().toString()).contains("not classified");
    }

    /** The same number is rituximab in RxNorm and nothing of the kind elsewhere. */
    @Test
    void aCodeCountsWithItsSystemOnly() {
        Reading rituximab = Reads.one(
                "MedicationStatement",
                "'status': 'active', 'medicationCodeableConcept': " + rxnorm("121191")
                        + ", 'effectivePeriod': {'start': '2026-01'}");
        Reading other = Reads.one(
                "MedicationStatement",
                "'status': 'active', 'medicationCodeableConcept': "
                        + Reads.code("http://dicom.nema.org/resources/ontology/DCM", "121191"));

        assertThat(fact(rituximab).at("/code/value").asText()).isEqualTo("121191");
        assertThat(fact(other).has("code")).isFalse();
        assertThat(other.remarks().toString()).contains("not classified");
    }

    @Test
    void codesThatContradictEachOtherAreBothLeftOut() {
        Reading reading = Reads.one(
                "MedicationStatement",
                "'status': 'active', 'medicationCodeableConcept': {'coding': ["
                        + "{'system': 'http://www.nlm.nih.gov/research/umls/rxnorm', 'code': '8640'}, "
                        + "{'system': 'http://www.whocc.no/atc', 'code': 'L01FA01'}]}");

        assertThat(fact(reading).has("code")).isFalse();
        assertThat(reading.remarks().toString()).contains("contradict");
    }

    @Test
    void aRouteAgainstTheDoseFormIsLeftOut() {
        Reading reading = Reads.one(
                "MedicationStatement",
                "'status': 'active', 'medicationCodeableConcept': " + PREDNISONE_20 + ", 'dosage': [{'route': "
                        + Reads.snomed("6064005") + "}]");

        assertThat(fact(reading).has("route")).isFalse();
    }

    @Test
    void oneDayOfTakingItIsNeitherTheFirstNorTheLast() {
        JsonNode fact = fact(Reads.one(
                "MedicationStatement",
                "'status': 'completed', 'medicationCodeableConcept': " + rxnorm("8640")
                        + ", 'effectiveDateTime': '2026-01-05'"));

        assertThat(fact.has("start") || fact.has("end") || fact.has("on") || fact.has("ongoing"))
                .isFalse();
    }

    @Test
    void notTakenIsTakenBack() {
        assertThat(Reads.one(
                                "MedicationStatement",
                                "'status': 'not-taken', 'medicationCodeableConcept': " + rxnorm("8640"))
                        .kind())
                .isEqualTo(Reading.Kind.TAKE_BACK);
    }

    @Test
    void whatWasGivenAtOnceIsTheDoseOfItsDay() {
        JsonNode fact = fact(
                Reads.one(
                        "MedicationAdministration",
                        "'status': 'completed', 'medicationCodeableConcept': " + rxnorm("6902")
                                + ", 'effectiveDateTime': '2026-01-05T10:00:00+08:00', 'dosage': {'dose': {'value': 0.5, 'code': 'g'}}"));

        assertThat(fact.get("on").asText()).isEqualTo("2026-01-05T10:00:00+08:00");
        assertThat(fact.at("/dailyDose/value").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(Reads.one(
                                "MedicationAdministration",
                                "'status': 'not-done', 'medicationCodeableConcept': " + rxnorm("6902"))
                        .kind())
                .isEqualTo(Reading.Kind.TAKE_BACK);
    }

    @Test
    void nobodyBecomesSubstitutedByATextInAReason() {
        assertThat(fact(request("'status': 'active', 'reasonCode': [{'text': 'PHYSIOLOGICAL_REPLACEMENT'}]"))
                        .has("indication"))
                .isFalse();
    }
}
