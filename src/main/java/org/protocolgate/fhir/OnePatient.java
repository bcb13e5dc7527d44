package org.protocolgate.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;

/** Sees to it that a bundle is of one patient. Of patients nothing is told but where they are named. */
final class OnePatient {

    private static final Set<String> SUBJECTS = Set.of("subject", "patient", "individual", "beneficiary");
    private static final Set<String> NO_PATIENTS = Set.of("Group", "Device", "Location", "Medication", "Substance");
    private static final int DEEPEST = 60;

    private final Set<String> names = new HashSet<>();
    private final Set<String> identifiers = new HashSet<>();
    private final List<BundleEntry> patients;
    private final List<Violation> others = new ArrayList<>();
    private @Nullable String first;

    private OnePatient(List<BundleEntry> entries) {
        patients =
                entries.stream().filter(entry -> entry.type().equals("Patient")).toList();
        for (BundleEntry patient : patients) {
            if (patient.fullUrl() != null) {
                names.add(normal(patient.fullUrl()));
            }
            if (patient.id() != null) {
                names.add("Patient/" + patient.id());
            }
            if (patient.resource() != null) {
                patient.resource().path("identifier").forEach(one -> identifiers.add(identifier(one)));
            }
        }
    }

    /** @throws RefusedException naming every entry that speaks of another patient than the first does */
    static void check(List<BundleEntry> entries) throws RefusedException {
        OnePatient one = new OnePatient(entries);
        for (BundleEntry patient : one.patients.subList(Math.min(1, one.patients.size()), one.patients.size())) {
            one.others.add(fault(patient, "a second Patient; a bundle is one participant's"));
        }
        for (BundleEntry entry : entries) {
            if (entry.resource() != null && !entry.type().equals("Patient")) {
                one.checkAll(entry, entry.resource(), 0);
            }
        }
        if (!one.others.isEmpty()) {
            throw new RefusedException(one.others);
        }
    }

    private void checkAll(BundleEntry entry, JsonNode object, int depth) {
        for (Iterator<Map.Entry<String, JsonNode>> fields = object.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            boolean subject = depth == 0 && SUBJECTS.contains(field.getKey());
            check(entry, field.getValue(), subject, depth);
        }
    }

    private void check(BundleEntry entry, JsonNode value, boolean subject, int depth) {
        if (value.isArray()) {
            value.forEach(item -> check(entry, item, subject, depth));
        } else if (value.isObject() && depth < DEEPEST) {
            String named = named(value, subject);
            if (named != null && !isTheOne(named)) {
                others.add(fault(entry, "refers to another patient; a bundle is one participant's"));
            }
            checkAll(entry, value, depth + 1);
        }
    }

    /** The patient that an object refers to, if it refers to one. */
    private static @Nullable String named(JsonNode object, boolean subject) {
        String reference = BundleEntry.text(object.path("reference"));
        if (reference != null) {
            String name = normal(reference);
            if (name.startsWith("Patient/") || name.startsWith("Patient?")) {
                return name;
            }
            String type = name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
            return subject && !name.startsWith("#") && !NO_PATIENTS.contains(type) ? name : null;
        }
        JsonNode identifier = object.path("identifier");
        return subject && identifier.isObject() && identifier.path("value").isTextual() ? identifier(identifier) : null;
    }

    private boolean isTheOne(String name) {
        if (!patients.isEmpty()) {
            return names.contains(name) || identifiers.contains(name) || isByIdentifier(name);
        }
        if (first == null) {
            first = name;
        }
        return name.equals(first);
    }

    private boolean isByIdentifier(String name) {
        return name.startsWith("Patient?identifier=")
                && identifiers.contains("identifier " + name.substring("Patient?identifier=".length()));
    }

    private static String identifier(JsonNode identifier) {
        return "identifier " + identifier.path("system").asText() + "|"
                + identifier.path("value").asText();
    }

    /** A reference without server and version. */
    private static String normal(String reference) {
        String name = reference.strip();
        int version = name.indexOf("/_history/");
        name = version < 0 ? name : name.substring(0, version);
        int patient = name.lastIndexOf("/Patient/");
        return patient < 0 ? name : name.substring(patient + 1);
    }

    private static Violation fault(BundleEntry entry, String message) {
        return new Violation("/entry/" + entry.index(), message);
    }
}
