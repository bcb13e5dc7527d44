package org.protocolgate.web;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.protocolgate.protocol.RuleFolder;
import org.protocolgate.protocol.ServedRules;
import org.protocolgate.setting.CannotStartException;

/** What comes from outside the program: the time, and the rules. */
@Factory
final class Edges {

    /** The morning on which the demo begins: one of its participants is screened on it, another infused the day after. */
    private static final Instant DEMO = Instant.parse("2026-03-16T01:00:00Z");

    /** The system's clock; under test one that starts at another instant, and goes on from there. */
    @Singleton
    @Requires(property = "protocol-gate.demo", notEquals = "true")
    Clock clock(@Value("${protocol-gate.clock:}") String start, Environment environment) {
        Clock system = Clock.systemUTC();
        if (start.isEmpty()) {
            return system;
        } else if (!environment.getActiveNames().contains(Environment.TEST)) {
            throw new CannotStartException(
                    "PROTOCOL_GATE_CLOCK is for the demo alone: unset it, or set PROTOCOL_GATE_DEMO=true.");
        }
        return DemoClock.begun(system, instant(start));
    }

    /** The clock of the demo. */
    @Singleton
    @Requires(property = "protocol-gate.demo", value = "true")
    DemoClock demoClock(@Value("${protocol-gate.clock:}") String start) {
        return new DemoClock(Clock.systemUTC(), start.isEmpty() ? DEMO : instant(start));
    }

    private static Instant instant(String start) {
        try {
            return Instant.parse(start);
        } catch (DateTimeParseException e) {
            throw new CannotStartException("PROTOCOL_GATE_CLOCK is no instant such as 2026-03-01T02:00:00Z: " + start);
        }
    }

    /** The rules, compiled before the first question can be asked; a folder that is not whole stops the start. */
    @Context
    @Bean(preDestroy = "close")
    ServedRules rules(@Value("${protocol-gate.rules:}") String folder) {
        return new ServedRules(() -> folder.isEmpty() ? RuleFolder.bundled() : RuleFolder.of(Path.of(folder)));
    }
}
