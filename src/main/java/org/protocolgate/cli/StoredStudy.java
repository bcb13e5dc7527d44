package org.protocolgate.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the service stores, for the commands that need it; the others start without a database. */
@Singleton
final class StoredStudy {

    /** H2's code for a file that another process has open. */
    private static final int IN_USE = 90020;

    private final ApplicationContext command;

    StoredStudy(ApplicationContext command) {
        this.command = command;
    }

    /**
     * A context with the database that the service would use; to be closed.
     *
     * @throws NotReachedException when the database cannot be reached; the message says why
     */
    ApplicationContext open() {
        PropertySource[] settings =
                command.getEnvironment().getPropertySources().toArray(PropertySource[]::new);
        try {
            return ApplicationContext.builder(Environment.CLI)
                    .banner(false)
                    .propertySources(settings)
                    .propertySources(PropertySource.of(
                            "stored study",
                            Map.of("datasources.default.enabled", true, "flyway.enabled", true),
                            Integer.MAX_VALUE))
                    .start();
        } catch (RuntimeException e) {
            SQLException cause = ofDatabase(e);
            if (cause == null) {
                throw e;
            }
            throw new NotReachedException(
                    cause.getErrorCode() == IN_USE
                            ? "The database is in use: stop the service first. (With PostgreSQL it can go on.)"
                            : "The database cannot be reached: " + cause.getMessage());
        }
    }

    private static @Nullable SQLException ofDatabase(Throwable thrown) {
        SQLException found = null;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            found = cause instanceof SQLException sql ? sql : found;
        }
        return found;
    }

    /** The database cannot be reached. */
    static final class NotReachedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotReachedException(String message) {
            super(message);
        }
    }
}
