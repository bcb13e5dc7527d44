package org.protocolgate.fhir;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.protocolgate.importing.Reading;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;

/** Reads resources as a bundle of a woman in our study. JSON is written with apostrophes. */
final class Reads {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Reads() {}

    static List<Reading> bundle(String json) throws RefusedException {
        try {
            Path file = Files.createTempFile("bundle", ".json");
            try {
                Files.writeString(file, json);
                return Service.on(Database.H2)
                        .bean(Bundles.class)
                        .read(file, new Subject("NCT07339332", "FEMALE", "1990-05"));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A resource of a type with these further keys; whose it is and a status are added where it has none. */
    static Reading one(String type, String keys) {
        try {
            ObjectNode resource = (ObjectNode) JSON.readTree("{" + keys.replace('\'', '"') + "}");
            resource.put("resourceType", type);
            resource.putIfAbsent("id", resource.textNode("1"));
            String whose =
                    List.of("Immunization", "AllergyIntolerance", "Consent").contains(type)
                            ? "patient"
                            : type.equals("ResearchSubject") ? "individual" : "subject";
            resource.putIfAbsent(whose, JSON.createObjectNode().put("reference", "Patient/1"));
            ObjectNode bundle =
                    JSON.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
            bundle.putArray("entry").addObject().set("resource", resource);
            return bundle(bundle.toString()).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RefusedException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String code(String system, String code) {
        return "{'coding': [{'system': '" + system + "', 'code': '" + code + "', 'display': 'as shown'}]}";
    }

    /** A product of RxNorm, displayed as RxNorm names it. */
    static String product(String code, String name) {
        return rxnorm(code).replace("as shown", name);
    }

    static String rxnorm(String code) {
        return code("http://www.nlm.nih.gov/research/umls/rxnorm", code);
    }

    static String snomed(String code) {
        return code("http://snomed.info/sct", code);
    }

    static String loinc(String code) {
        return code("http://loinc.org", code);
    }
}
