package org.protocolgate.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.ResearchSubject;
import org.hl7.fhir.r4.model.Resource;
import org.protocolgate.importing.Remark;

/** Reads a resource by its type, where all of it can be relied on. */
final class Resources {

    private static final Set<String> TAKEN = Set.of(
            "Patient",
            "Condition",
            "MedicationStatement",
            "MedicationRequest",
            "MedicationAdministration",
            "Observation",
            "Procedure",
            "Immunization",
            "AllergyIntolerance",
            "Consent",
            "ResearchSubject",
            "AdverseEvent");

    /** A patient within the resource is not the one of the bundle. */
    private static final Pattern NO_PATIENT = Pattern.compile("^#|(^|/)(Group|Device|Location|Medication|Substance)/");

    private Resources() {}

    static boolean areTaken(String type) {
        return TAKEN.contains(type);
    }

    static void read(BundleEntry entry, ObjectNode json, Setting setting, Draft draft) {
        ResourceParser parser = new ResourceParser();
        Resource resource = parser.read(json);
        if (resource == null || !parser.faults().isEmpty()) {
            draft.refuse("cannot be read");
            boolean ofPatient = entry.type().equals("Patient");
            parser.faults()
                    .forEach(fault -> draft.doubt(
                            ofPatient && fault.field() != null ? Remark.of(fault.field(), null, fault.text()) : fault));
        } else if (resource.hasImplicitRules() || changesItsMeaning(json, resource)) {
            draft.none("has an extension that may change what it means (modifierExtension or implicitRules)");
        } else if (!(resource instanceof Patient) && !saysWhose(json)) {
            draft.none("does not say whose it is");
        } else {
            read(resource, setting, draft);
            parser.unknown().forEach(draft::doubt);
        }
    }

    private static boolean changesItsMeaning(ObjectNode json, Resource resource) {
        return resource instanceof DomainResource domain && domain.hasModifierExtension()
                || !json.findValues("modifierExtension").isEmpty();
    }

    private static boolean saysWhose(ObjectNode json) {
        for (String key : new String[] {"subject", "patient", "individual"}) {
            String reference = BundleEntry.text(json.path(key).path("reference"));
            boolean identified = json.path(key).path("identifier").path("value").isTextual();
            boolean ofPatient =
                    reference != null && !NO_PATIENT.matcher(reference).find();
            if (ofPatient || reference == null && identified) {
                return true;
            }
        }
        return false;
    }

    private static void read(Resource resource, Setting setting, Draft draft) {
        if (resource instanceof Patient patient) {
            Patients.read(patient, setting, draft);
        } else if (resource instanceof Condition condition) {
            Conditions.read(condition, setting, draft);
        } else if (resource instanceof MedicationStatement statement) {
            Medications.read(statement, setting, draft);
        } else if (resource instanceof MedicationRequest request) {
            Medications.read(request, setting, draft);
        } else if (resource instanceof MedicationAdministration given) {
            Medications.read(given, setting, draft);
        } else if (resource instanceof Observation observation) {
            Observations.read(observation, setting, draft);
        } else if (resource instanceof Procedure procedure) {
            Procedures.read(procedure, setting, draft);
        } else if (resource instanceof Immunization given) {
            Immunizations.read(given, setting, draft);
        } else if (resource instanceof AllergyIntolerance allergy) {
            Allergies.read(allergy, setting, draft);
        } else if (resource instanceof Consent consent) {
            Studies.read(consent, setting, draft);
        } else if (resource instanceof ResearchSubject subject) {
            Studies.read(subject, setting, draft);
        } else if (resource instanceof AdverseEvent event) {
            AdverseEvents.read(event, draft);
        }
    }
}
