package org.protocolgate.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.session.SessionIdResolver;
import io.micronaut.security.token.generator.AccessTokenConfiguration;
import io.micronaut.security.token.reader.TokenReader;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.protocolgate.audit.Digest;

/** The cookie that carries the token of who uses the pages. A token in the header Authorization goes before it. */
@Singleton
final class SessionCookie implements TokenReader<HttpRequest<?>>, SessionIdResolver<HttpRequest<?>> {

    private static final String NAME = "protocol-gate-session";

    private final AccessTokenConfiguration tokens;

    SessionCookie(AccessTokenConfiguration tokens) {
        this.tokens = tokens;
    }

    Cookie of(String token, HttpRequest<?> request) {
        return cookie(token, request).maxAge(tokens.getExpiration());
    }

    Cookie ended(HttpRequest<?> request) {
        return cookie("", request).maxAge(0);
    }

    @Override
    public Optional<String> findToken(HttpRequest<?> request) {
        if (request.getHeaders().contains(HttpHeaders.AUTHORIZATION)) {
            return Optional.empty();
        }
        return request.getCookies().findCookie(NAME).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    /** Binds the tokens in forms to the session. */
    @Override
    public Optional<String> findSessionId(HttpRequest<?> request) {
        return findToken(request).map(Digest::of);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    private static Cookie cookie(String value, HttpRequest<?> request) {
        return Cookie.of(NAME, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(SameSite.Strict);
    }
}
