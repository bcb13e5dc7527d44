package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.protocolgate.asking.ProblemView;
import org.protocolgate.intake.RefusedException;

/** What was sent and cannot be taken is answered with every fault in it. */
@Singleton
@Produces(ProblemView.MEDIA_TYPE)
final class RefusedHandler implements ExceptionHandler<RefusedException, HttpResponse<ProblemView>> {

    @Override
    public HttpResponse<ProblemView> handle(HttpRequest request, RefusedException refused) {
        return HttpResponse.badRequest(ProblemView.of(refused, Languages.of(request)))
                .contentType(ProblemView.MEDIA_TYPE);
    }
}
