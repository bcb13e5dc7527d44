package org.protocolgate.web;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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

    /** The system's clock; in the demo and under test one that starts at another instant, and goes on from there. */
    @Singleton
    Clock clock(
            @Value("${protocol-gate.clock:}") String start,
            @Value("${protocol-gate.demo:false}") boolean demo,
            Environment environment) {
        Clock system = Clock.systemUTC();
        if (start.isEmpty()) {
            return demo ? startingAt(DEMO, system) : system;
        } else if (!demo && !environment.getActiveNames().contains(Environment.TEST)) {
            throw new CannotStartException(
                    "PROTOCOL_GATE_CLOCK is for the demo alone: unset it, or set PROTOCOL_GATE_DEMO=true.");
        }
        try {
            return startingAt(Instant.parse(start), system);
        } catch (DateTimeParseException e) {
            throw new CannotStartException("PROTOCOL_GATE_CLOCK is no instant such as 2026-03-01T02:00:00Z: " + start);
        }
    }

    private static Clock startingAt(Instant start, Clock system) {
        return Clock.offset(system, Duration.between(system.instant(), start));
    }

    /** The rules, compiled before the first question can be asked; a folder that is not whole stops the start. */
    @Context
    @Bean(preDestroy = "close")
    ServedRules rules(@Value("${protocol-gate.rules:}") String folder) {
        return new ServedRules(() -> folder.isEmpty() ? RuleFolder.bundled() : RuleFolder.of(Path.of(folder)));
    }
}
