package org.protocolgate.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.protocolgate.fhir.Reads.snomed;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.protocolgate.importing.Reading;
import org.protocolgate.intake.RefusedException;

/** Diagnoses, procedures, vaccinations, allergies, consents, studies and events: each as far as it goes. */
class RecordsTest {

    private static JsonNode fact(Reading reading) {
        assertThat(reading.facts()).as(reading.toString()).hasSize(1);
        return reading.facts().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "http://snomed.info/sct, 55464009, SLE",
        "http://hl7.org/fhir/sid/icd-10-cm, C50.9, MALIGNANCY",
        "http://hl7.org/fhir/sid/icd-10, I21.0, MYOCARDIAL_INFARCTION",
        "http://snomed.info/sct, 200936003, OTHER",
        "http://example.org, 55464009, OTHER"
    })
    void aDiagnosisIsOfTheKindThatItsCodeSays(String system, String code, String kind) {
        Reading reading = Reads.one(
                "Condition",
                "'code': " + Reads.code(system, code)
                        + ", 'onsetDateTime': '2020-03', 'clinicalStatus': {'coding': [{'code': 'active'}]}");

        assertThat(fact(reading).get("kind").asText()).isEqualTo(kind);
        assertThat(fact(reading).get("start").asText()).isEqualTo("2020-03");
        assertThat(fact(reading).get("ongoing").asBoolean()).isTrue();
        assertThat(reading.kind()).isEqualTo(kind.equals("OTHER") ? Reading.Kind.DOUBT : Reading.Kind.TAKE);
    }

    @Test
    void aNephritisOfLupusIsLupusToo() {
        assertThat(Reads.one("Condition", "'code': " + snomed("68815009")).facts())
                .extracting(fact -> fact.get("kind").asText())
                .containsExactly("SLE", "LUPUS_NEPHRITIS");
    }

    @ParameterizedTest
    @CsvSource({"entered-in-error, TAKE_BACK", "refuted, TAKE_BACK", "provisional, DOUBT", "unconfirmed, DOUBT"})
    void whatIsNotConfirmedIsNoDiagnosis(String status, Reading.Kind kind) {
        Reading reading = Reads.one(
                "Condition",
                "'code': " + snomed("91302008") + ", 'verificationStatus': {'coding': [{'code': '" + status + "'}]}");

        assertThat(reading.kind()).isEqualTo(kind);
        assertThat(reading.facts()).isEmpty();
    }

    @Test
    void resolvedWithoutADateHasAnUnknownEnd() {
        Reading reading = Reads.one(
                "Condition",
                "'code': " + snomed("91302008")
                        + ", 'onsetDateTime': '2026', 'clinicalStatus': {'coding': [{'code': 'resolved'}]}");

        assertThat(reading.kind()).isEqualTo(Reading.Kind.DOUBT);
        assertThat(fact(reading).has("end") || fact(reading).has("ongoing")).isFalse();
    }

    @Test
    void aReasonInWordsDoesNotTakeADialysisOutOfACriterion() {
        String dialysis = "'status': 'completed', 'performedDateTime': '2026-01-05', 'code': " + snomed("302497006");

        assertThat(fact(Reads.one("Procedure", dialysis + ", 'reasonCode': [{'text': 'poisoning'}]"))
                        .has("reason"))
                .isFalse();
        assertThat(fact(Reads.one("Procedure", dialysis + ", 'reasonCode': [" + snomed("68815009") + "]"))
                        .get("reason")
                        .asText())
                .isEqualTo("LUPUS_NEPHRITIS");
    }

    @Test
    void aTestWithoutItsResultIsNoResult() {
        Reading reading = Reads.one(
                "Procedure",
                "'status': 'completed', 'performedDateTime': '2026-01-05', 'code': " + snomed("252160004"));

        assertThat(reading.kind()).isEqualTo(Reading.Kind.DOUBT);
        assertThat(reading.facts()).isEmpty();
    }

    @Test
    void whatIsPreparedIsPlannedAndWhatWasNotDoneIsTakenBack() {
        String surgery = ", 'code': " + snomed("232717009");

        assertThat(fact(Reads.one("Procedure", "'status': 'preparation'" + surgery))
                        .get("planned")
                        .asBoolean())
                .isTrue();
        assertThat(Reads.one("Procedure", "'status': 'not-done'" + surgery).kind())
                .isEqualTo(Reading.Kind.TAKE_BACK);
    }

    @ParameterizedTest
    @CsvSource({"121, LIVE_ATTENUATED", "140, INACTIVATED", "208, RNA", "113, TOXOID", "187, SUBUNIT"})
    void aVaccineIsOfTheKindOfItsCode(String code, String kind) {
        JsonNode fact = fact(Reads.one(
                "Immunization",
                "'status': 'completed', 'occurrenceDateTime': '2025-11', 'vaccineCode': "
                        + Reads.code("http://hl7.org/fhir/sid/cvx", code)));

        assertThat(fact.get("kind").asText()).isEqualTo(kind);
        assertThat(fact.get("on").asText()).isEqualTo("2025-11");
    }

    @Test
    void aVaccineThatIsNotSpecifiedHasNoKind() {
        Reading reading = Reads.one(
                "Immunization",
                "'status': 'completed', 'occurrenceString': 'last autumn', 'vaccineCode': "
                        + Reads.code("http://hl7.org/fhir/sid/cvx", "88"));

        assertThat(reading.kind()).isEqualTo(Reading.Kind.DOUBT);
        assertThat(fact(reading).has("kind") || fact(reading).has("on")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'severity': 'mild'}] | low | MILD",
                "[{'severity': 'mild'}, {'severity': 'severe'}] | low | SEVERE",
                "[{'severity': 'mild'}] | high | ",
                "[{'severity': 'mild'}, {'description': 'rash'}] | low | ",
                "[] | low | "
            })
    void aSeverityIsTakenWhereNothingUnsaidCanBeWorse(String reactions, String criticality, String severity) {
        JsonNode fact = fact(Reads.one(
                "AllergyIntolerance",
                "'code': {'text': 'furosemide'}, 'criticality': '" + criticality + "', 'reaction': " + reactions));

        assertThat(fact.get("substance").asText()).isEqualTo("furosemide");
        assertThat(fact.path("severity").asText(null)).isEqualTo(severity);
    }

    @Test
    void noKnownAllergyIsNoAllergy() {
        assertThat(Reads.one("AllergyIntolerance", "'code': " + snomed("716186003"))
                        .kind())
                .isEqualTo(Reading.Kind.SKIP);
    }

    @Test
    void aConsentIsToOurStudyOnlyWhereItSaysSo() {
        String research = "'scope': {'coding': [{'code': 'research'}]}, 'dateTime': '2026-02-01', ";
        String ours = "'identifier': [{'value': 'NCT07339332'}], ";

        assertThat(fact(Reads.one("Consent", research + ours + "'status': 'active'"))
                        .get("on")
                        .asText())
                .isEqualTo("2026-02-01");
        assertThat(Reads.one("Consent", research + "'status': 'active'").facts())
                .isEmpty();
        assertThat(Reads.one("Consent", research + ours + "'status': 'inactive'")
                        .kind())
                .isEqualTo(Reading.Kind.TAKE_BACK);
        assertThat(fact(Reads.one(
                                "Consent",
                                research + ours
                                        + "'status': 'inactive', 'provision': {'period': {'end': '2026-02-20'}}"))
                        .get("withdrawnOn")
                        .asText())
                .isEqualTo("2026-02-20");
        assertThat(Reads.one("Consent", "'scope': {'coding': [{'code': 'treatment'}]}, 'status': 'active'")
                        .kind())
                .isEqualTo(Reading.Kind.SKIP);
    }

    @Test
    void aPlaceInAnotherStudyLacksItsLastDose() {
        Reading reading = Reads.one(
                "ResearchSubject",
                "'status': 'off-study', 'study': {'identifier': {'value': 'NCT00000000'}}, 'period': {'start': '2025'}");

        assertThat(fact(reading).get("study").asText()).isEqualTo("NCT00000000");
        assertThat(fact(reading).has("end")).isFalse();
        assertThat(reading.remarks().toString()).contains("lastDose").contains("not when");
        assertThat(Reads.one("ResearchSubject", "'status': 'candidate', 'study': {}")
                        .kind())
                .isEqualTo(Reading.Kind.SKIP);
    }

    @Test
    void whoHasLeftOurOwnStudyIsAskedFor() {
        Reading reading = Reads.one(
                "ResearchSubject",
                "'status': 'withdrawn', 'study': {'identifier': {'value': 'NCT07339332'}}, 'period': {'start': '2026'}");

        assertThat(fact(reading).get("study").asText()).isEqualTo("NCT07339332");
        assertThat(reading.kind()).isEqualTo(Reading.Kind.DOUBT);
    }

    @Test
    void anEventHasNoGradeInFhir() {
        Reading reading =
                Reads.one("AdverseEvent", "'actuality': 'actual', 'event': {'text': 'headache'}, 'date': '2026-01'");

        assertThat(fact(reading).has("grade")).isFalse();
        assertThat(reading.kind()).isEqualTo(Reading.Kind.DOUBT);
        assertThat(Reads.one("AdverseEvent", "'actuality': 'potential', 'event': {'text': 'fall'}")
                        .kind())
                .isEqualTo(Reading.Kind.SKIP);
    }

    @Test
    void nothingOfAPatientIsKeptAndAnotherIsSuspected() throws RefusedException {
        Reading right = Reads.bundle("{\"resourceType\": \"Bundle\", \"entry\": [{\"resource\": {\"resourceType\": "
                        + "\"Patient\", \"id\": \"1\", \"gender\": \"female\", \"birthDate\": \"1990-05-17\"}}]}")
                .get(0);
        Reading wrong = Reads.bundle("{\"resourceType\": \"Bundle\", \"entry\": [{\"resource\": {\"resourceType\": "
                        + "\"Patient\", \"id\": \"1\", \"gender\": \"female\", \"birthDate\": \"1991\", "
                        + "\"name\": [{\"family\": \"Secret\"}]}}]}")
                .get(0);

        assertThat(right.kind()).isEqualTo(Reading.Kind.SKIP);
        assertThat(wrong.kind()).isEqualTo(Reading.Kind.DOUBT);
        assertThat(wrong.toString()).doesNotContain("Secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "{}",
                "{\"resourceType\": \"Patient\"}",
                "{\"resourceType\": \"Bundle\", \"type\": \"history\"}",
                "{\"resourceType\": \"Bundle\", \"entry\": 5}",
                "{\"resourceType\": \"Bundle\", \"resourceType\": \"Bundle\"}",
                "{\"resourceType\": \"Bundle\"} x"
            })
    void whatIsNoBundleIsRefused(String text) {
        assertThatThrownBy(() -> Reads.bundle(text)).isInstanceOf(RefusedException.class);
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThatThrownBy(() -> Reads.bundle("{\"resourceType\": \"Bundle\", \"entry\": " + "[".repeat(100_000)))
                .isInstanceOf(RefusedException.class);
    }
}
