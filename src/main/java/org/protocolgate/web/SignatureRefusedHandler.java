package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.protocolgate.asking.ProblemView;
import org.protocolgate.user.SignatureRefusedException;

@Singleton
@Produces(ProblemView.MEDIA_TYPE)
final class SignatureRefusedHandler implements ExceptionHandler<SignatureRefusedException, HttpResponse<ProblemView>> {

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<ProblemView> handle(HttpRequest request, SignatureRefusedException refused) {
        return HttpResponse.<ProblemView>status(HttpStatus.FORBIDDEN)
                .body(ProblemView.of(HttpStatus.FORBIDDEN, refused.getMessage()))
                .contentType(ProblemView.MEDIA_TYPE);
    }
}
