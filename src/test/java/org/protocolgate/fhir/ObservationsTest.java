package org.protocolgate.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.fhir.Reads.loinc;
import static org.protocolgate.fhir.Reads.snomed;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.protocolgate.importing.Reading;

/** What was measured, in which unit, and when nothing can be taken of it. */
class ObservationsTest {

    private static Reading read(String code, String keys) {
        return Reads.one(
                "Observation",
                "'code': " + loinc(code) + ", 'effectiveDateTime': '2026-02-03', 'status': 'final', " + keys);
    }

    private static JsonNode fact(Reading reading) {
        assertThat(reading.facts()).as(reading.toString()).hasSize(1);
        return reading.facts().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "2160-0, 0.8, mg/dL, 0.8, mg/dL",
        "38483-4, 8, mg/L, 0.8, mg/dL",
        "14682-9, 70.5, umol/L, 70.5, umol/L",
        "14682-9, 0.0705, mmol/L, 70.5, umol/L"
    })
    void creatinineIsConvertedWithinItsKindOfUnit(String code, String value, String unit, String becomes, String in) {
        JsonNode fact = fact(read(code, "'valueQuantity': {'value': " + value + ", 'code': '" + unit + "'}"));

        assertThat(fact.get("test").asText()).isEqualTo("CREATININE");
        assertThat(fact.get("value").decimalValue()).isEqualByComparingTo(becomes);
        assertThat(fact.get("unit").asText()).isEqualTo(in);
    }

    @Test
    void aUnitThatCannotBeConvertedIsDoubted() {
        Reading reading = read("2160-0", "'valueQuantity': {'value': 8, 'code': 'furlong'}");

        assertThat(reading.kind()).isEqualTo(Reading.Kind.DOUBT);
        assertThat(fact(reading).get("unit").asText()).isEqualTo("furlong");
        assertThat(read("29463-7", "'valueQuantity': {'value': 8, 'code': 'mL'}")
                        .facts())
                .isEmpty();
    }

    @Test
    void theUpperLimitComesFromTheRangeInTheUnitOfTheValue() {
        String value = "'valueQuantity': {'value': 31, 'code': 'U/L'}, ";
        String high = "{'high': {'value': 40, 'code': 'U/L'}}";

        assertThat(fact(read("1742-6", value + "'referenceRange': [" + high + "]"))
                        .get("upperLimit")
                        .decimalValue())
                .isEqualByComparingTo("40");
        assertThat(fact(read("1742-6", value + "'referenceRange': [" + high + ", {'high': {'value': 60}}]"))
                        .has("upperLimit"))
                .isFalse();
        assertThat(fact(read("1742-6", value + "'referenceRange': [{'high': {'value': 40, 'code': 'mg'}}]"))
                        .has("upperLimit"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"260385009, NEGATIVE", "10828004, POSITIVE", "82334004, INDETERMINATE"})
    void anAnswerIsTakenByItsCode(String answer, String becomes) {
        JsonNode fact = fact(read("2118-8", "'valueCodeableConcept': " + snomed(answer)));

        assertThat(fact.get("result").asText()).isEqualTo(becomes);
    }

    @Test
    void aNumberAloneIsNoAnswer() {
        assertThat(read("19080-1", "'valueQuantity': {'value': 2, 'code': 'm[IU]/mL'}")
                        .facts())
                .isEmpty();
        assertThat(fact(read(
                                "19080-1",
                                "'valueQuantity': {'value': 2, 'code': 'm[IU]/mL'}, 'interpretation': ["
                                        + Reads.code(
                                                "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation",
                                                "NEG")
                                        + "]"))
                        .get("result")
                        .asText())
                .isEqualTo("NEGATIVE");
    }

    @Test
    void anAnswerAgainstItsInterpretationIsNone() {
        assertThat(read(
                                "2118-8",
                                "'valueCodeableConcept': " + snomed("10828004") + ", 'interpretation': ["
                                        + Reads.code(
                                                "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation",
                                                "NEG")
                                        + "]")
                        .facts())
                .isEmpty();
    }

    @Test
    void aBoundIsNoValue() {
        Reading reading = read("1742-6", "'valueQuantity': {'value': 5, 'comparator': '<', 'code': 'U/L'}");

        assertThat(reading.facts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2106-3", "14959-1", "33914-3", "2161-8", "85354-9"})
    void whatLooksAlikeIsSkipped(String code) {
        assertThat(read(code, "'valueQuantity': {'value': 5, 'code': 'mg/dL'}").kind())
                .isEqualTo(Reading.Kind.SKIP);
    }

    @ParameterizedTest
    @CsvSource({"preliminary, DOUBT", "registered, DOUBT", "entered-in-error, TAKE_BACK", "cancelled, TAKE_BACK"})
    void whatIsNotFinalIsNotTaken(String status, Reading.Kind kind) {
        Reading reading = Reads.one(
                "Observation",
                "'code': " + loinc("2160-0") + ", 'effectiveDateTime': '2026-02-03', 'status': '" + status
                        + "', 'valueQuantity': {'value': 1, 'code': 'mg/dL'}");

        assertThat(reading.kind()).isEqualTo(kind);
        assertThat(reading.facts()).isEmpty();
    }

    @Test
    void aPartialDateStaysPartialAndNoneIsAsked() {
        assertThat(fact(Reads.one(
                                "Observation",
                                "'code': " + loinc("2160-0")
                                        + ", 'effectiveDateTime': '2026-02', 'status': 'final', 'valueQuantity': {'value': 1, 'code': 'mg/dL'}"))
                        .get("on")
                        .asText())
                .isEqualTo("2026-02");
        assertThat(Reads.one(
                                "Observation",
                                "'code': " + loinc("2160-0")
                                        + ", 'status': 'final', 'valueQuantity': {'value': 1, 'code': 'mg/dL'}")
                        .facts())
                .isEmpty();
    }

    @Test
    void aDayThatIsNoneIsNamedWithItsValue() {
        Reading reading = Reads.one(
                "Observation",
                "'code': " + loinc("2160-0")
                        + ", 'effectiveDateTime': '2026-02-30', 'status': 'final', 'valueQuantity': {'value': 1}");

        assertThat(reading.kind()).isEqualTo(Reading.Kind.REFUSE);
        assertThat(reading.remarks().toString()).contains("effectiveDateTime").contains("2026-02-30");
    }

    @Test
    void oxygenIsOnRoomAirOnlyWhereThatIsSaid() {
        String value = "'valueQuantity': {'value': 97, 'code': '%'}";
        String flow = ", 'component': [{'code': " + loinc("3151-8") + ", 'valueQuantity': {'value': %s}}]";

        assertThat(fact(read("59408-5", value)).has("onRoomAir")).isFalse();
        assertThat(fact(read("59408-5", value + flow.formatted("0")))
                        .get("onRoomAir")
                        .asBoolean())
                .isTrue();
        assertThat(fact(read("59408-5", value + flow.formatted("2")))
                        .get("onRoomAir")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void anEjectionFractionIsByEchoOnlyWhereThatIsSaid() {
        String value = "'valueQuantity': {'value': 60, 'code': '%'}";

        assertThat(fact(read("8806-2", value)).get("method").asText()).isEqualTo("ECHO");
        assertThat(fact(read("10230-1", value)).has("method")).isFalse();
        assertThat(fact(read("29463-7", "'valueQuantity': {'value': 60500, 'code': 'g'}"))
                        .get("value")
                        .decimalValue())
                .isEqualByComparingTo("60.5");
    }

    @Test
    void whatMayChangeTheMeaningIsNotTaken() {
        assertThat(read(
                                "2160-0",
                                "'valueQuantity': {'value': 1, 'code': 'mg/dL'}, 'modifierExtension': [{'url': 'http://x', 'valueBoolean': true}]")
                        .facts())
                .isEmpty();
        assertThat(read("2160-0", "'valueQuantity': {'value': 1e999999, 'code': 'mg/dL'}")
                        .kind())
                .isEqualTo(Reading.Kind.REFUSE);
        assertThat(read("2160-0", "'subject': {'reference': 'Group/1'}, 'valueQuantity': {'value': 1, 'code': 'mg/dL'}")
                        .facts())
                .isEmpty();
    }
}
