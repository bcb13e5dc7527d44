package org.protocolgate.web;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.protocolgate.setting.CannotStartException;

/** What tokens are signed with. Only the demo makes one of its own, so that its tokens end with it. */
@Context
@Requires(notEnv = Environment.CLI)
final class Secret {

    private static final int SHORTEST = 32;

    private final String value;

    Secret(@Value("${protocol-gate.secret:}") String given, @Value("${protocol-gate.demo:false}") boolean demo) {
        if (given.isEmpty() && !demo) {
            throw new CannotStartException("PROTOCOL_GATE_SECRET is missing: set it to at least " + SHORTEST
                    + " random bytes, for example the output of: openssl rand -hex 32");
        } else if (!given.isEmpty() && given.getBytes(StandardCharsets.UTF_8).length < SHORTEST) {
            throw new CannotStartException("PROTOCOL_GATE_SECRET is too short: it needs at least " + SHORTEST
                    + " bytes, for example the output of: openssl rand -hex 32");
        }
        value = given.isEmpty() ? random() : given;
    }

    String value() {
        return value;
    }

    private static String random() {
        byte[] bytes = new byte[SHORTEST];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
