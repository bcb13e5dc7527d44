package org.protocolgate.web;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import org.protocolgate.protocol.RuleFolder;
import org.protocolgate.protocol.ServedRules;

/** What comes from outside the program: the time, and the rules. */
@Factory
final class Edges {

    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The rules, compiled before the first question can be asked; a folder that is not whole stops the start. */
    @Context
    @Bean(preDestroy = "close")
    ServedRules rules(@Value("${protocol-gate.rules:}") String folder) {
        return new ServedRules(() -> folder.isEmpty() ? RuleFolder.bundled() : RuleFolder.of(Path.of(folder)));
    }
}
