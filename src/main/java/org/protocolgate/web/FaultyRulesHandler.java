package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.protocolgate.asking.ProblemView;
import org.protocolgate.protocol.FaultyRulesException;

/** A rule folder that cannot be taken over is answered with every fault in it. */
@Singleton
@Produces(ProblemView.MEDIA_TYPE)
final class FaultyRulesHandler implements ExceptionHandler<FaultyRulesException, HttpResponse<ProblemView>> {

    @Override
    public HttpResponse<ProblemView> handle(HttpRequest request, FaultyRulesException faulty) {
        return HttpResponse.unprocessableEntity().body(ProblemView.of(faulty)).contentType(ProblemView.MEDIA_TYPE);
    }
}
