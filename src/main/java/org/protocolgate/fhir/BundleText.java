package org.protocolgate.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.SentJson;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;

/** Splits the text of a bundle into its entries: no key twice, nothing after the end, no depth without end. */
final class BundleText {

    private static final int DEEPEST = 60;
    private static final SentJson JSON =
            new SentJson(DEEPEST, "no well-formed JSON, or nested too deep, or a key twice");

    private BundleText() {}

    /** @throws RefusedException where it is no bundle, or none of one state of one patient's record */
    static List<BundleEntry> read(Path file) throws RefusedException {
        JsonNode bundle = json(file);
        if (!bundle.path("resourceType").asText().equals("Bundle")) {
            throw refused("/resourceType", "a Bundle is expected");
        }
        if (bundle.path("type").asText().equals("history")) {
            throw refused("/type", "a history has several states of one resource; send the present one");
        }
        JsonNode entries = bundle.path("entry");
        if (!entries.isArray() && !entries.isMissingNode()) {
            throw refused("/entry", "a list is expected");
        }
        List<BundleEntry> read = new ArrayList<>();
        for (JsonNode entry : entries) {
            read.add(new BundleEntry(read.size(), BundleEntry.text(entry.path("fullUrl")), resource(entry)));
        }
        return read;
    }

    private static @Nullable ObjectNode resource(JsonNode entry) {
        return entry.path("resource") instanceof ObjectNode resource ? resource : null;
    }

    private static JsonNode json(Path file) throws RefusedException {
        JsonNode read = JSON.read(file);
        if (read == null || !read.isObject()) {
            throw refused("", "a Bundle in JSON is expected");
        }
        return read;
    }

    static RefusedException refused(String pointer, String message) {
        return new RefusedException(List.of(new Violation(pointer, message)));
    }
}
