package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.protocolgate.asking.ProblemView;
import org.protocolgate.user.AccountRefusedException;

@Singleton
@Produces(ProblemView.MEDIA_TYPE)
final class AccountRefusedHandler implements ExceptionHandler<AccountRefusedException, HttpResponse<ProblemView>> {

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<ProblemView> handle(HttpRequest request, AccountRefusedException refused) {
        HttpStatus status = switch (refused.reason()) {
            case NAME, LENGTH, SAME_AS_NAME, SAME_AS_OLD -> HttpStatus.BAD_REQUEST;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case EXISTS, LAST_ADMINISTRATOR -> HttpStatus.CONFLICT;
            case PASSWORD -> HttpStatus.FORBIDDEN;
        };
        return HttpResponse.<ProblemView>status(status)
                .body(ProblemView.of(status, refused.getMessage()))
                .contentType(ProblemView.MEDIA_TYPE);
    }
}
