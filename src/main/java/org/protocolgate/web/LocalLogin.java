package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.AuthenticationRequest;
import io.micronaut.security.authentication.AuthenticationResponse;
import io.micronaut.security.authentication.provider.HttpRequestExecutorAuthenticationProvider;
import jakarta.inject.Singleton;
import org.protocolgate.user.Logins;
import org.protocolgate.user.User;

/** Logs in by an account of the service. */
@Singleton
final class LocalLogin implements HttpRequestExecutorAuthenticationProvider<Object> {

    static final String REFUSED = "Name or password is wrong, or the account is locked for a while or not active.";

    private final Logins logins;

    LocalLogin(Logins logins) {
        this.logins = logins;
    }

    @Override
    public AuthenticationResponse authenticate(
            HttpRequest<Object> request, AuthenticationRequest<String, String> given) {
        return logins.login(given.getIdentity(), given.getSecret())
                .map(LocalLogin::success)
                .orElseGet(() -> AuthenticationResponse.failure(REFUSED));
    }

    private static AuthenticationResponse success(User user) {
        var who = Roles.of(user);
        return AuthenticationResponse.success(who.getName(), who.getRoles(), who.getAttributes());
    }
}
