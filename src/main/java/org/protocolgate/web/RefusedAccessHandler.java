package org.protocolgate.web;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import io.micronaut.transaction.exceptions.TransactionException;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.asking.ProblemView;
import org.protocolgate.audit.Actor;
import org.protocolgate.screen.Fault;
import org.protocolgate.user.Refusals;

/** Access that is refused is told to the audit log, then answered: a browser without login is sent to the login page. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RefusedAccessHandler implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {

    private static final String NEEDS_LOGIN =
            "This needs a login: POST /login gives a token for the header Authorization: Bearer.";

    private final Refusals refusals;
    private final Browser browser;

    RefusedAccessHandler(Refusals refusals, Browser browser) {
        this.refusals = refusals;
        this.browser = browser;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException refused) {
        HttpStatus status = refused.isForbidden() ? HttpStatus.FORBIDDEN : HttpStatus.UNAUTHORIZED;
        try {
            record(request, refused.getAuthentication(), status);
        } catch (DataAccessException
                | CannotGetJdbcConnectionException
                | ConnectionException
                | TransactionException e) {
            return DatabaseFaults.problem(e);
        }
        Authentication who = refused.getAuthentication();
        Actor reader =
                who == null ? null : Roles.actor(who).filter(Roles::isOfPages).orElse(null);
        if (who != null && who.getRoles().contains(Roles.PASSWORD_CHANGE) && isForPage(request)) {
            return HttpResponse.seeOther(PasswordPages.PLACE);
        } else if (refused.isForbidden() && reader != null && isFromPage(request)) {
            String kind = refused instanceof ForgedFormException ? "forged" : "forbidden";
            return browser.fault(status, request, reader, new Fault(kind, List.of()))
                    .toMutableResponse();
        } else if (refused.isForbidden()) {
            return problem(status, why(refused));
        } else if (isForPage(request)) {
            return HttpResponse.seeOther(UriBuilder.of("/login")
                    .queryParam("to", request.getUri().getRawPath())
                    .build());
        }
        boolean hook = CdsController.isOf(request);
        return problem(status, hook ? CdsController.NEEDS_TOKEN : NEEDS_LOGIN)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    private void record(HttpRequest<?> request, @Nullable Authentication who, HttpStatus status) {
        Actor actor = who == null ? null : Roles.actor(who).orElseGet(() -> new Actor(who.getName(), "NONE"));
        String route = BasicHttpAttributes.getUriTemplate(request).orElse("unknown");
        refusals.record(actor, request.getMethodName(), route, status.getCode());
    }

    private static String why(AuthorizationException refused) {
        Authentication who = refused.getAuthentication();
        if (refused instanceof ForgedFormException) {
            return "The request did not come from a page of this service, or the page is too old: load it again.";
        } else if (who != null && who.getRoles().contains(Roles.PASSWORD_CHANGE)) {
            return "The password was given for one login: change it first by POST /api/password.";
        }
        return "Your role may not do this.";
    }

    private static boolean isForPage(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.GET && isFromPage(request);
    }

    private static boolean isFromPage(HttpRequest<?> request) {
        return request.getHeaders().accept().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals);
    }

    private static MutableHttpResponse<?> problem(HttpStatus status, String detail) {
        return HttpResponse.status(status).body(ProblemView.of(status, detail)).contentType(ProblemView.MEDIA_TYPE);
    }
}
