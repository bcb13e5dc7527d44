package org.protocolgate.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Coding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.protocolgate.importing.Reading;

/** What is read of the names of products, and what is not. */
class ProductNameTest {

    private static ProductName of(String display) {
        return ProductName.of(new Coding().setCode("1").setDisplay(display));
    }

    @ParameterizedTest
    @CsvSource({
        "prednisone 5 MG Oral Tablet, prednisone, 5, ORAL",
        "predniSONE 2.5 MG Oral Tablet, predniSONE, 2.5, ORAL",
        "24 HR tofacitinib 11 MG Extended Release Oral Tablet, tofacitinib, 11, ORAL",
        "mycophenolate mofetil 500 MG Oral Tablet [CellCept], mycophenolate mofetil, 500, ORAL",
        "cyclosporine 100 MG Oral Capsule, cyclosporine, 100, ORAL",
        "prednisolone 3 MG/ML Oral Solution, prednisolone, '', ORAL",
        "hydrocortisone 10 MG/ML Topical Cream, hydrocortisone, '', TOPICAL",
        "prednisolone 10 MG/ML Ophthalmic Suspension, prednisolone, '', OPHTHALMIC",
        "mometasone 0.05 MG/ACTUAT Nasal Inhaler, mometasone, '', ''",
        "120 ACTUAT fluticasone 0.044 MG/ACTUAT Metered Dose Inhaler, fluticasone, '', INHALED",
        "50 ML rituximab 10 MG/ML Injection, rituximab, '', ''",
        "rituximab 10 MG/ML Injection, rituximab, '', ''",
        "triamcinolone 1 MG/ML Oral Paste, triamcinolone, '', ''",
    })
    void isReadAsRxNormWritesIt(String display, String ingredient, String mg, String route) {
        assertThat(of(display)).isEqualTo(new ProductName(ingredient, mg, route));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prednisone",
                "prednisone tablets 5 mg",
                "hydrochlorothiazide 12.5 MG / lisinopril 10 MG Oral Tablet",
                "{21 (prednisone 10 MG Oral Tablet) } Pack",
                "5 MG Oral Tablet",
            })
    void isNotReadWhereItIsWrittenOtherwiseOrOfSeveralIngredients(String display) {
        assertThat(of(display)).isNull();
    }

    @Test
    void withoutANameThereIsNothingToRead() {
        assertThat(ProductName.of(null)).isNull();
        assertThat(ProductName.of(new Coding().setCode("312617"))).isNull();
    }

    @Test
    void aProductIsTakenByItsIngredient() {
        Reading taken = Reads.one(
                "MedicationStatement",
                "'status': 'active', 'effectivePeriod': {'start': '2026-01-05'}, 'medicationCodeableConcept': "
                        + Reads.product("312617", "predniSONE 5 MG Oral Tablet"));
        assertThat(taken.facts().get(0).get("name").asText()).isEqualTo("predniSONE");
        assertThat(taken.facts().get(0).get("route").asText()).isEqualTo("ORAL");
    }

    @Test
    void aProductWhoseNameContradictsItsCodeIsOfNoClassYet() {
        Reading taken = Reads.one(
                "MedicationStatement",
                "'status': 'active', 'effectivePeriod': {'start': '2026-01-05'}, 'medicationCodeableConcept': "
                        + Reads.product("121191", "prednisone 5 MG Oral Tablet"));
        assertThat(taken.facts().get(0).has("code")).isFalse();
        assertThat(taken.remarks().toString()).contains("contradict");
    }
}
