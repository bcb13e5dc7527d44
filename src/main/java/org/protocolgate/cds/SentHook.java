package org.protocolgate.cds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.protocolgate.importing.SentJson;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;

/**
 * A request of a hook, as it was sent.
 *
 * @param user who stands before the other system, as that calls it
 * @param patient identifier of the patient there
 * @param about what the hook is about: draft orders, appointments
 * @param prefetch what came along
 */
record SentHook(String user, String patient, List<Piece> about, List<Piece> prefetch) {

    static final SentJson JSON = new SentJson(60, "no well-formed JSON, or nested too deep, or a key twice");

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern PATIENT = Pattern.compile("(Patient/)?([A-Za-z0-9.-]{1,64})");

    /** It goes into the audit log. */
    private static final Pattern USER = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /** @throws RefusedException naming every fault by its place */
    static SentHook read(Hook hook, byte[] sent) throws RefusedException {
        JsonNode root = JSON.read(sent);
        List<Violation> faults = new ArrayList<>();
        if (root == null || !root.isObject()) {
            throw new RefusedException(List.of(new Violation("", "an object is expected")));
        }
        if (!root.path("hook").asText().equals(hook.hook())) {
            faults.add(new Violation("/hook", "is " + hook.hook() + " for this service"));
        }
        if (!matches(root.path("hookInstance"), UUID)) {
            faults.add(new Violation("/hookInstance", "a UUID is expected"));
        }
        if (root.hasNonNull("fhirAuthorization") && !root.path("fhirServer").isTextual()) {
            faults.add(new Violation("/fhirServer", "is missing beside fhirAuthorization"));
        }
        JsonNode context = root.path("context");
        if (!context.isObject()) {
            faults.add(new Violation("/context", context.isMissingNode() ? "is missing" : "an object is expected"));
        }
        if (!matches(context.path("userId"), USER)) {
            faults.add(
                    new Violation("/context/userId", "the identifier of a user is expected, such as Practitioner/17"));
        }
        if (!matches(context.path("patientId"), PATIENT)) {
            faults.add(new Violation("/context/patientId", "the identifier of a FHIR resource is expected"));
        }
        List<Piece> about = about(hook, context, faults);
        List<Piece> prefetch = prefetch(root.path("prefetch"), faults);
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
        return new SentHook(
                context.path("userId").asText(), bare(context.path("patientId").asText()), about, prefetch);
    }

    private static boolean matches(JsonNode value, Pattern pattern) {
        return value.isTextual() && pattern.matcher(value.textValue()).matches();
    }

    private static String bare(String patient) {
        return patient.startsWith("Patient/") ? patient.substring("Patient/".length()) : patient;
    }

    private static List<Piece> about(Hook hook, JsonNode context, List<Violation> faults) {
        String key = hook.bundle();
        if (key == null) {
            return List.of();
        }
        JsonNode bundle = context.path(key);
        if (!bundle.path("resourceType").asText().equals("Bundle")) {
            faults.add(
                    new Violation("/context/" + key, bundle.isMissingNode() ? "is missing" : "a Bundle is expected"));
            return List.of();
        }
        return Piece.of("/context/" + key, bundle);
    }

    /** What is null is known by the sender not to be there. */
    private static List<Piece> prefetch(JsonNode prefetch, List<Violation> faults) {
        List<Piece> pieces = new ArrayList<>();
        if (!prefetch.isObject() && !prefetch.isMissingNode() && !prefetch.isNull()) {
            faults.add(new Violation("/prefetch", "an object is expected"));
        }
        for (Iterator<Map.Entry<String, JsonNode>> fields = prefetch.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (!field.getValue().isNull()) {
                String name = field.getKey().replace("~", "~0").replace("/", "~1");
                pieces.addAll(Piece.of("/prefetch/" + name, field.getValue()));
            }
        }
        return pieces;
    }
}
