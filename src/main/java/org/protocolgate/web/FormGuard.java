package org.protocolgate.web;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.filter.HttpServerFilter;
import io.micronaut.http.filter.ServerFilterChain;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.csrf.resolver.CsrfTokenResolver;
import io.micronaut.security.csrf.resolver.FutureCsrfTokenResolver;
import io.micronaut.security.csrf.validator.CsrfTokenValidator;
import java.util.List;
import java.util.Set;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A request that changes something and comes with the session of a browser needs the token of one of our pages, in the form or
 * in the header X-CSRF-TOKEN. A token in the header Authorization is sent by nobody unknowingly, and needs none.
 */
@Filter(Filter.MATCH_ALL_PATTERN)
final class FormGuard implements HttpServerFilter {

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

    @Override
    public Publisher<MutableHttpResponse<?>> doFilter(HttpRequest<?> request, ServerFilterChain chain) {
        boolean logsIn = request.getPath().equals(SessionController.PATH);
        if (SAFE.contains(request.getMethod())
                || !(logsIn || session.findToken(request).isPresent())) {
            return chain.proceed(request);
        }
        return Flux.fromIterable(resolvers)
                .concatMap(resolver -> Mono.fromFuture(() -> resolver.resolveToken(request)))
                .any(token -> validator.validateCsrfToken(request, token))
                .flatMapMany(ours -> ours
                        ? chain.proceed(request)
                        : Mono.error(new ForgedFormException(
                                request.getUserPrincipal(Authentication.class).orElse(null))));
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }
}
