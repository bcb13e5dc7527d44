package org.protocolgate;

import io.micronaut.context.ApplicationContext;
import io.micronaut.openapi.annotation.OpenAPIInclude;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.security.endpoints.LoginController;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.protocolgate.cli.Cli;
import org.protocolgate.protocol.FaultyRulesException;
import org.protocolgate.setting.CannotStartException;
import org.slf4j.LoggerFactory;

/** Starts the service; with arguments it runs a command instead. */
@OpenAPIDefinition(
        info = @Info(title = "Protocol Gate", version = "${api.version}", license = @License(name = "Apache-2.0")),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        name = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "The access_token that POST /login answers to {username, password}.")
@OpenAPIInclude(classes = LoginController.class, tags = @Tag(name = "Login"), uri = "/login")
public final class Application {

    private Application() {}

    public static void main(String[] args) {
        try {
            if (args.length > 0) {
                System.exit(Cli.run(args));
            }
            serve();
        } catch (RuntimeException e) {
            String told = told(e);
            if (told == null) {
                throw e;
            }
            System.err.println(told);
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

    /** Rules that cannot be served and settings that are wrong are told as they are, without the stack of what wanted them. */
    private static @Nullable String told(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FaultyRulesException || cause instanceof CannotStartException) {
                return cause.getMessage();
            } else if (cause instanceof SQLException) {
                return "The database cannot be used: " + cause.getMessage();
            }
        }
        return null;
    }
}
