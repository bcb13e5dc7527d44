package org.protocolgate.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.csrf.resolver.CsrfTokenResolver;
import io.micronaut.security.csrf.resolver.FutureCsrfTokenResolver;
import io.micronaut.security.csrf.validator.CsrfTokenValidator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A request that changes something and comes with the session of a browser needs the token of one of our pages, in the form or
 * in the header X-CSRF-TOKEN. A token in the header Authorization is sent by nobody unknowingly, and needs none.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class FormGuard implements Ordered {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final SessionCookie session;
    private final List<FutureCsrfTokenResolver<HttpRequest<?>>> resolvers;
    private final CsrfTokenValidator<HttpRequest<?>> validator;

    FormGuard(
            SessionCookie session,
            List<CsrfTokenResolver<HttpRequest<?>>> inHeader,
            List<FutureCsrfTokenResolver<HttpRequest<?>>> inForm,
            CsrfTokenValidator<HttpRequest<?>> validator) {
        this.session = session;
        this.resolvers = FutureCsrfTokenResolver.of(inHeader, inForm);
        this.validator = validator;
    }

    @RequestFilter
    CompletableFuture<@Nullable HttpResponse<?>> guard(HttpRequest<?> request) {
        boolean logsIn = request.getPath().equals(SessionController.PATH);
        if (SAFE.contains(request.getMethod())
                || !(logsIn || session.findToken(request).isPresent())) {
            return CompletableFuture.completedFuture(null);
        }
        return first(request, 0);
    }

    private CompletableFuture<@Nullable HttpResponse<?>> first(HttpRequest<?> request, int place) {
        if (place == resolvers.size()) {
            return CompletableFuture.failedFuture(new ForgedFormException(
                    request.getUserPrincipal(Authentication.class).orElse(null)));
        }
        return resolvers.get(place).resolveToken(request).thenCompose(token -> {
            boolean ours = token != null && validator.validateCsrfToken(request, token);
            return ours ? CompletableFuture.completedFuture(null) : first(request, place + 1);
        });
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }
}
