package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;

/** FHIR as a format of answers. */
final class Fhir {

    static final String JSON = "application/fhir+json";

    private Fhir() {}

    /** Whether an answer in FHIR is accepted; where nothing is said, it is not. */
    static boolean isAccepted(HttpRequest<?> request) {
        return request.accept().stream().anyMatch(type -> type.getName().equals(JSON));
    }

    static MutableHttpResponse<String> ok(String resource) {
        return HttpResponse.ok(resource).contentType(JSON);
    }
}
