package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.protocolgate.asking.ProblemView;

/** What could not be recorded is answered by saying so. */
@Singleton
@Produces(ProblemView.MEDIA_TYPE)
final class UnrecordedHandler implements ExceptionHandler<UnrecordedException, HttpResponse<ProblemView>> {

    @Override
    public HttpResponse<ProblemView> handle(HttpRequest request, UnrecordedException unrecorded) {
        return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                .body(problem(unrecorded))
                .contentType(ProblemView.MEDIA_TYPE);
    }

    static ProblemView problem(UnrecordedException unrecorded) {
        return ProblemView.of(HttpStatus.SERVICE_UNAVAILABLE, unrecorded.getMessage());
    }
}
