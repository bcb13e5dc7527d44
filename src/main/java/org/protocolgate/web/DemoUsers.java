package org.protocolgate.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.security.token.generator.AccessTokenConfiguration;
import io.micronaut.security.token.generator.TokenGenerator;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.protocolgate.audit.Actor;
import org.protocolgate.user.Role;
import org.protocolgate.user.User;
import org.protocolgate.user.Users;

/** A user of each role, for the demo. */
@Singleton
@Requires(property = "protocol-gate.demo", value = "true")
final class DemoUsers {

    private static final int GENERATED = 8;

    private final Users users;
    private final TokenGenerator generator;
    private final AccessTokenConfiguration tokens;
    private final String given;
    private final String password;

    DemoUsers(
            Users users,
            TokenGenerator generator,
            AccessTokenConfiguration tokens,
            @Value("${protocol-gate.demo-password:}") String given) {
        this.users = users;
        this.generator = generator;
        this.tokens = tokens;
        this.given = given;
        this.password = given.isEmpty() ? generated() : given;
    }

    /** Makes the users, or sets the passwords of those of an earlier start. */
    void prepare() {
        for (Role role : Role.values()) {
            users.ensure(name(role), role, password, Actor.SERVICE);
        }
    }

    /** Says how to log in; a password that was given is not printed. */
    void say(PrintStream out) {
        out.println("Its users are coordinator, investigator, monitor and admin, with the password "
                + (given.isEmpty() ? password : "of PROTOCOL_GATE_DEMO_PASSWORD") + ".");
    }

    /** A token of the demo's coordinator. */
    String token() {
        User coordinator = users.list().stream()
                .filter(user -> user.name().equals(name(Role.COORDINATOR)))
                .findFirst()
                .orElseThrow();
        return generator
                .generateToken(Roles.of(coordinator), tokens.getExpiration())
                .orElseThrow();
    }

    /** How long that token is taken. */
    int minutes() {
        return tokens.getExpiration() / 60;
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static String generated() {
        byte[] bytes = new byte[GENERATED];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
