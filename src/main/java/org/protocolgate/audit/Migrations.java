package org.protocolgate.audit;

import io.micronaut.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Takes, beside the tables, those migrations that are written for the database at hand. */
@Singleton
@Named("default")
final class Migrations implements FlywayConfigurationCustomizer {

    @Override
    public void customizeFluentConfiguration(FluentConfiguration flyway) {
        flyway.locations("classpath:db/migration", "classpath:db/append-only/" + product(flyway.getDataSource()));
    }

    @Override
    public String getName() {
        return "default";
    }

    private static String product(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be reached: " + e.getMessage(), e);
        }
    }
}
