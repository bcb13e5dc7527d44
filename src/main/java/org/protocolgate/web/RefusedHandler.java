package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.protocolgate.asking.ProblemView;
import org.protocolgate.fhir.OutcomeText;
import org.protocolgate.intake.RefusedException;

/** What was sent and cannot be taken is answered with every fault in it; in FHIR's own words to whom accepts them. */
@Singleton
@Produces(ProblemView.MEDIA_TYPE)
final class RefusedHandler implements ExceptionHandler<RefusedException, HttpResponse<?>> {

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, RefusedException refused) {
        if (ImportController.accepts(request)) {
            return HttpResponse.badRequest(OutcomeText.of(refused)).contentType(ImportController.FHIR);
        }
        return HttpResponse.badRequest(ProblemView.of(refused)).contentType(ProblemView.MEDIA_TYPE);
    }
}
