package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.security.token.generator.AccessTokenConfiguration;
import io.micronaut.security.token.generator.TokenGenerator;
import jakarta.inject.Singleton;
import org.protocolgate.user.User;

/** Begins sessions of those who use the pages. */
@Singleton
final class Sessions {

    private final TokenGenerator generator;
    private final AccessTokenConfiguration tokens;
    private final SessionCookie session;

    Sessions(TokenGenerator generator, AccessTokenConfiguration tokens, SessionCookie session) {
        this.generator = generator;
        this.tokens = tokens;
        this.session = session;
    }

    /** The cookie of a new session; who has to change the password can do nothing else in it. */
    Cookie of(User user, HttpRequest<?> request) {
        String token =
                generator.generateToken(Roles.of(user), tokens.getExpiration()).orElseThrow();
        return session.of(token, request);
    }
}
