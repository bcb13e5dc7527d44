package org.protocolgate.web;

import io.micronaut.security.authentication.Authentication;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.protocolgate.audit.Actor;
import org.protocolgate.user.Role;
import org.protocolgate.user.User;

/** Roles as routes name them and as tokens carry them. */
final class Roles {

    static final String COORDINATOR = "COORDINATOR";
    static final String INVESTIGATOR = "INVESTIGATOR";
    static final String MONITOR = "MONITOR";
    static final String ADMIN = "ADMIN";

    /** The only role of a token whose user has to change the password first. */
    static final String PASSWORD_CHANGE = "PASSWORD_CHANGE";

    /** Another system that asks by CDS Hooks, and nothing else. */
    static final String CDS_CLIENT = "CDS_CLIENT";

    /** The claim that binds a token to the present state of its account. */
    static final String SINCE = "since";

    private Roles() {}

    /** What the token of a local account says. */
    static Authentication of(User user) {
        return Authentication.build(
                user.name(),
                List.of(role(user)),
                Map.of(SINCE, user.tokensFrom().toString()));
    }

    static String role(User user) {
        return user.mustChange() ? PASSWORD_CHANGE : user.role().name();
    }

    /** Who asks; empty for who has no role here. */
    static Optional<Actor> actor(Authentication who) {
        return Arrays.stream(Role.values())
                .map(Role::name)
                .filter(who.getRoles()::contains)
                .findFirst()
                .or(() -> who.getRoles().stream()
                        .filter(List.of(PASSWORD_CHANGE, CDS_CLIENT)::contains)
                        .findFirst())
                .map(role -> new Actor(who.getName(), role));
    }

    /** Whether pages are made for this role; they are not for who has to change the password first. */
    static boolean isOfPages(Actor actor) {
        return Arrays.stream(Role.values()).map(Role::name).anyMatch(actor.role()::equals);
    }

    static Optional<Instant> since(Object claim) {
        try {
            return Optional.of(Instant.parse(claim.toString()));
        } catch (java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
