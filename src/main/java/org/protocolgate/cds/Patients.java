package org.protocolgate.cds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;

/** Finds out which participant a patient is: by an identifier of the patient, and by nothing else. */
final class Patients {

    private Patients() {}

    /**
     * The codes that the patient has.
     *
     * @param system of the identifiers that are codes
     * @throws RefusedException where another patient came along
     * @throws MissingPrefetchException where the patient did not
     */
    static Set<String> codes(SentHook sent, String system) throws RefusedException {
        List<Violation> others = new ArrayList<>();
        Set<String> codes = new TreeSet<>();
        boolean there = false;
        for (Piece piece : sent.prefetch()) {
            if (piece.type().equals("Patient") && piece.resource() != null) {
                if (!piece.id().equals(sent.patient())) {
                    others.add(new Violation(piece.place(), "is another patient than the one in the context"));
                } else {
                    there = true;
                    codes(piece.resource(), system, codes);
                }
            }
        }
        if (!others.isEmpty()) {
            throw new RefusedException(others);
        } else if (!there) {
            throw new MissingPrefetchException(
                    "The patient of the context is needed as prefetch (patient); this service asks"
                            + " no FHIR server.");
        }
        return codes;
    }

    private static void codes(JsonNode patient, String system, Set<String> codes) {
        for (JsonNode identifier : patient.path("identifier")) {
            String value = identifier.path("value").asText().strip();
            boolean ours = identifier.path("system").asText().equals(system)
                    && !identifier.path("use").asText().equals("old");
            if (ours && !value.isEmpty()) {
                codes.add(value);
            }
        }
    }
}
