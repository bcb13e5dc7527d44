package org.protocolgate.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A PostgreSQL that can be taken away, and comes back at the same place with the same data. */
final class OwnPostgres implements AutoCloseable {

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    OwnPostgres(Path data) throws IOException {
        this.data = data;
        server = builder().start();
        port = server.getPort();
    }

    Map<String, Object> settings() {
        return Map.of(
                "datasources.default.url", server.getJdbcUrl("postgres", "postgres"),
                "datasources.default.username", "postgres",
                "datasources.default.password", "postgres");
    }

    /** Ends it at once, as {@code pg_ctl stop -m immediate} does: transactions under way are lost. */
    void kill() throws IOException, InterruptedException {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim();
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();
        postmaster.onExit().join();
        server.close();
    }

    void startAgain() throws IOException {
        server = builder().setPort(port).start();
    }

    /** As PostgreSQL is by default, a commit is on the disk before it is told. */
    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("synchronous_commit", "on");
    }

    /** Ends the sessions of the service, and leaves the server running. */
    void endSessions() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
