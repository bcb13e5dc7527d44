package org.protocolgate.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.Claims;
import io.micronaut.security.token.jwt.validator.GenericJwtClaimsValidator;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.protocolgate.user.Logins;

/** Takes a token only while its account is as it was when the token was given: active, same role, same password. */
@Singleton
@Requires(notEnv = Environment.CLI)
final class PresentAccount implements GenericJwtClaimsValidator<HttpRequest<?>> {

    private final Logins logins;

    PresentAccount(Logins logins) {
        this.logins = logins;
    }

    @Override
    public boolean validate(Claims claims, @Nullable HttpRequest<?> request) {
        Object name = claims.get(Claims.SUBJECT);
        Object since = claims.get(Roles.SINCE);
        if (name == null || since == null || claims.get(Claims.EXPIRATION_TIME) == null) {
            return false;
        }
        return Roles.since(since)
                .flatMap(from -> logins.current(name.toString(), from))
                .filter(user -> Optional.ofNullable(claims.get("roles"))
                        .filter(List.of(Roles.role(user))::equals)
                        .isPresent())
                .isPresent();
    }
}
