package org.protocolgate;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import org.jspecify.annotations.Nullable;
import org.protocolgate.cli.Cli;
import org.protocolgate.protocol.FaultyRulesException;
import org.slf4j.LoggerFactory;

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
            serve();
        } catch (RuntimeException e) {
            FaultyRulesException faulty = faultyRules(e);
            if (faulty == null) {
                throw e;
            }
            System.err.println(faulty.getMessage());
            System.exit(1);
        }
    }

    /** Serves until the process is ended. */
    private static void serve() {
        ApplicationContext context = ApplicationContext.builder()
                .mainClass(Application.class)
                .banner(false)
                .start();
        EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
        Runtime.getRuntime().addShutdownHook(new Thread(context::close));
        LoggerFactory.getLogger(Application.class).info("Serving at {}", server.getURL());
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
