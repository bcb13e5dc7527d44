package org.protocolgate.fhirout;

import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Pages of what was looked for, as Bundle. */
final class Pages {

    private Pages() {}

    static Bundle begin(String self, @Nullable String next) {
        Bundle bundle = new Bundle();
        bundle.setType(Bundle.BundleType.SEARCHSET);
        bundle.addLink().setRelation("self").setUrl(self);
        if (next != null) {
            bundle.addLink().setRelation("next").setUrl(next);
        }
        return bundle;
    }

    static void add(Bundle bundle, UUID id, Resource resource) {
        bundle.addEntry()
                .setFullUrl("urn:uuid:" + id)
                .setResource(resource)
                .getSearch()
                .setMode(Bundle.SearchEntryMode.MATCH);
    }
}
