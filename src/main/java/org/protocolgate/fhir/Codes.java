package org.protocolgate.fhir;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;
import org.protocolgate.protocol.Terminology;

/** What codes mean; a code without a system that is known means nothing. */
final class Codes {

    static final String RXNORM = "RXNORM";
    static final String ATC = "ATC";

    private static final Map<String, String> SYSTEMS = Map.ofEntries(
            Map.entry("http://www.nlm.nih.gov/research/umls/rxnorm", RXNORM),
            Map.entry("urn:oid:2.16.840.1.113883.6.88", RXNORM),
            Map.entry("http://www.whocc.no/atc", ATC),
            Map.entry("urn:oid:2.16.840.1.113883.6.73", ATC),
            Map.entry("http://loinc.org", "LOINC"),
            Map.entry("urn:oid:2.16.840.1.113883.6.1", "LOINC"),
            Map.entry("http://snomed.info/sct", "SNOMED"),
            Map.entry("urn:oid:2.16.840.1.113883.6.96", "SNOMED"),
            Map.entry("http://hl7.org/fhir/sid/cvx", "CVX"),
            Map.entry("urn:oid:2.16.840.1.113883.12.292", "CVX"),
            Map.entry("http://hl7.org/fhir/sid/icd-10", "ICD10"),
            Map.entry("http://hl7.org/fhir/sid/icd-10-cm", "ICD10"),
            Map.entry("urn:oid:2.16.840.1.113883.6.90", "ICD10"),
            Map.entry("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", "INTERPRETATION"),
            Map.entry("http://terminology.hl7.org/CodeSystem/v3-RouteOfAdministration", "V3"));

    final CodeTable conditions = CodeTable.of("conditions");
    final CodeTable procedures = CodeTable.of("procedures");
    final CodeTable observations = CodeTable.of("observations");
    final CodeTable vaccines = CodeTable.of("vaccines");
    final CodeTable answers = CodeTable.of("answers");
    final CodeTable routes = CodeTable.of("routes");

    /** A code of a known system. */
    record Code(String system, String value) {

        String key() {
            return system + " " + value;
        }
    }

    /** The codes of a concept whose systems are known, in its order. */
    static List<Code> in(CodeableConcept concept) {
        return concept.getCoding().stream()
                .filter(coding -> coding.hasSystem() && coding.hasCode())
                .filter(coding -> SYSTEMS.containsKey(system(coding)))
                .map(coding -> new Code(
                        SYSTEMS.getOrDefault(system(coding), ""),
                        coding.getCode().strip()))
                .toList();
    }

    private static String system(Coding coding) {
        return coding.getSystem().strip();
    }

    /** Those of one system. */
    static List<String> in(CodeableConcept concept, String system) {
        return in(concept).stream()
                .filter(code -> code.system().equals(system))
                .map(Code::value)
                .toList();
    }

    /** The coding of RxNorm, where there is exactly one. */
    static @Nullable Coding rxnorm(CodeableConcept concept) {
        List<Coding> found = concept.getCoding().stream()
                .filter(coding -> coding.hasSystem() && coding.hasCode())
                .filter(coding -> RXNORM.equals(SYSTEMS.get(system(coding))))
                .toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    /** Whether a concept has a code, by the beginning of its system and its value; for codes of FHIR itself. */
    static boolean has(CodeableConcept concept, String... values) {
        return concept.getCoding().stream()
                .anyMatch(coding -> coding.hasCode()
                        && List.of(values).contains(coding.getCode().strip()));
    }

    /** What a concept is called: its own text, or the display of a code, or a code. */
    static @Nullable String name(CodeableConcept concept) {
        if (concept.hasText() && !concept.getText().isBlank()) {
            return concept.getText().strip();
        }
        for (Coding coding : concept.getCoding()) {
            if (coding.hasDisplay() && !coding.getDisplay().isBlank()) {
                return coding.getDisplay().strip();
            }
        }
        return concept.getCoding().stream()
                .filter(Coding::hasCode)
                .map(Coding::getCode)
                .findFirst()
                .orElse(null);
    }

    /** The answer that a concept gives: POSITIVE, NEGATIVE, INDETERMINATE, or null where its codes contradict each other or are none. */
    @Nullable
    String answer(CodeableConcept concept) {
        List<String> found = in(concept).stream()
                .map(code -> answers.row(code.key()))
                .filter(Objects::nonNull)
                .map(CodeTable.Row::becomes)
                .distinct()
                .toList();
        if (found.size() > 1) {
            return null;
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        return concept.hasText() && !concept.hasCoding() ? answer(concept.getText()) : null;
    }

    /** The answer that a word gives by itself. */
    @Nullable
    String answer(String text) {
        CodeTable.Row row = answers.row("WORD " + Terminology.folded(text));
        return row == null ? null : row.becomes();
    }
}
