package org.protocolgate.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The databases that the service runs on; what is stored is tested on each of them. */
public enum Database {
    H2,
    POSTGRESQL;

    private static @Nullable EmbeddedPostgres server;

    /**
     * Configuration of the service for a new, empty database. An embedded one is given up two minutes after its last service has
     * stopped: time enough to start another on it.
     */
    public Map<String, Object> fresh() {
        String name = "d" + UUID.randomUUID().toString().replace("-", "");
        return this == H2
                ? Map.of(
                        "datasources.default.url",
                        "jdbc:h2:mem:" + name + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                                + ";LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=120")
                : Map.of(
                        "datasources.default.url", create(name),
                        "datasources.default.username", "postgres",
                        "datasources.default.password", "postgres");
    }

    private static synchronized String create(String name) {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
            }
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return server.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
