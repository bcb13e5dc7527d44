package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.security.csrf.CsrfConfiguration;
import io.micronaut.security.csrf.generator.CsrfTokenGenerator;
import io.micronaut.security.csrf.repository.CsrfTokenRepository;
import io.micronaut.security.csrf.validator.CsrfTokenValidator;
import jakarta.inject.Singleton;

/** Marks the forms of our pages, so that nobody else's form is taken for one. */
@Singleton
final class FormTokens {

    private final CsrfTokenGenerator<HttpRequest<?>> generator;
    private final CsrfTokenRepository<HttpRequest<?>> repository;
    private final CsrfTokenValidator<HttpRequest<?>> validator;
    private final CsrfConfiguration configuration;

    FormTokens(
            CsrfTokenGenerator<HttpRequest<?>> generator,
            CsrfTokenRepository<HttpRequest<?>> repository,
            CsrfTokenValidator<HttpRequest<?>> validator,
            CsrfConfiguration configuration) {
        this.generator = generator;
        this.repository = repository;
        this.validator = validator;
        this.configuration = configuration;
    }

    /** The token for the hidden field {@code csrfToken}; the one that the browser has, so that several pages can be open. */
    String of(HttpRequest<?> request) {
        return repository
                .findCsrfToken(request)
                .filter(token -> validator.validateCsrfToken(request, token))
                .orElseGet(() -> generator.generateCsrfToken(request));
    }

    /** The page with the cookie that its form is compared with. */
    <T> MutableHttpResponse<T> with(MutableHttpResponse<T> page, HttpRequest<?> request, String token) {
        return page.cookie(
                Cookie.of(configuration.getCookieName(), token).configure(configuration, request.isSecure()));
    }
}
