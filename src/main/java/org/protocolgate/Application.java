package org.protocolgate;

import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import org.jspecify.annotations.Nullable;
import org.protocolgate.cli.Cli;
import org.protocolgate.protocol.FaultyRulesException;

/** Starts the service; with arguments it runs a command instead. */
@OpenAPIDefinition(
        info = @Info(title = "Protocol Gate", version = "${api.version}", license = @License(name = "Apache-2.0")))
public final class Application {

    private Application() {}

    public static void main(String[] args) {
        try {
            if (args.length > 0) {
                System.exit(Cli.run(args));
            }
            Micronaut.build(args).mainClass(Application.class).banner(false).start();
        } catch (RuntimeException e) {
            FaultyRulesException faulty = faultyRules(e);
            if (faulty == null) {
                throw e;
            }
            System.err.println(faulty.getMessage());
            System.exit(1);
        }
    }

    /** Rules that cannot be served are told as they are, without the stack of what wanted them. */
    private static @Nullable FaultyRulesException faultyRules(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FaultyRulesException faulty) {
                return faulty;
            }
        }
        return null;
    }
}
