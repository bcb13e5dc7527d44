package org.protocolgate.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a bundle.
 *
 * @param index from 0
 * @param fullUrl how other resources refer to it
 * @param resource null where there is none
 */
record BundleEntry(
        int index, @Nullable String fullUrl, @Nullable ObjectNode resource) {

    String type() {
        return resource == null ? "" : resource.path("resourceType").asText();
    }

    String place() {
        return "Bundle.entry[" + index + "]" + (resource == null ? "" : ".resource (" + type() + ")");
    }

    @Nullable
    String id() {
        return resource == null ? null : text(resource.path("id"));
    }

    /** Its identity at its source: its address on its server, else type and id, else the name under which the bundle has it. */
    @Nullable
    String record() {
        String id = id();
        if (fullUrl != null && fullUrl.startsWith("http")) {
            int version = fullUrl.indexOf("/_history/");
            return version < 0 ? fullUrl : fullUrl.substring(0, version);
        }
        if (id != null) {
            return type() + "/" + id;
        }
        return fullUrl == null ? null : type() + " " + fullUrl;
    }

    @Nullable
    String version() {
        if (resource == null) {
            return null;
        }
        String version = text(resource.path("meta").path("versionId"));
        return version == null ? text(resource.path("meta").path("lastUpdated")) : version;
    }

    static @Nullable String text(JsonNode node) {
        return node.isTextual() && !node.textValue().isBlank() ? node.textValue() : null;
    }
}
