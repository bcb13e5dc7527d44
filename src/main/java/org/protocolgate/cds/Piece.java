package org.protocolgate.cds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that came along with a request.
 *
 * @param place a JSON pointer
 * @param resource null where there is none that could be read
 * @param fault what is wrong with it, where there is none
 */
record Piece(
        String place,
        @Nullable ObjectNode resource,
        @Nullable String fault) {

    String type() {
        return resource == null ? "" : resource.path("resourceType").asText();
    }

    String id() {
        return resource == null ? "" : resource.path("id").asText();
    }

    /** The resources of a bundle, or the one that a value is; what is none is said to be none. */
    static List<Piece> of(String place, JsonNode value) {
        List<Piece> pieces = new ArrayList<>();
        if (!value.isObject()) {
            pieces.add(new Piece(place, null, "is no FHIR resource"));
        } else if (value.path("resourceType").asText().equals("Bundle")) {
            ofBundle(place, value, pieces);
        } else {
            pieces.add(one(place, value));
        }
        return pieces;
    }

    private static void ofBundle(String place, JsonNode bundle, List<Piece> pieces) {
        JsonNode entries = bundle.path("entry");
        for (int i = 0; i < entries.size(); i++) {
            pieces.add(one(place + "/entry/" + i + "/resource", entries.path(i).path("resource")));
        }
        if (!entries.isArray() && !entries.isMissingNode()) {
            pieces.add(new Piece(place + "/entry", null, "is no list"));
        }
        for (JsonNode link : bundle.path("link")) {
            if (link.path("relation").asText().equals("next")) {
                pieces.add(new Piece(place, null, "is the first page only; the others were not sent"));
            }
        }
    }

    private static Piece one(String place, JsonNode value) {
        String type = value.path("resourceType").asText();
        if (type.isEmpty() || !(value instanceof ObjectNode resource)) {
            return new Piece(place, null, "is no FHIR resource");
        } else if (type.equals("OperationOutcome")) {
            return new Piece(place, null, "could not be had by the sender");
        }
        return new Piece(place, resource, null);
    }
}
