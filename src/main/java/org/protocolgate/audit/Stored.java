package org.protocolgate.audit;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the audit log from the database, a small transaction at a time. */
@Singleton
final class Stored {

    /** A chain may have entries and no head, or a head and no entries, when somebody changed it. */
    private static final String NEXT_CHAIN = "select min(chain) from (select min(chain) as chain from audit_entry"
            + " where chain > ? union all select min(chain) as chain from audit_chain where chain > ?) as next";

    /** One statement, so that the head and the last number are of one moment. */
    private static final String END = "select wanted.chain, h.seq, h.hash, h.at,"
            + " (select max(e.seq) from audit_entry e where e.chain = wanted.chain) as last"
            + " from (select cast(? as varchar(100)) as chain) as wanted"
            + " left join audit_chain h on h.chain = wanted.chain";

    private final TransactionOperations<Connection> transactions;
    private final JdbcOperations jdbc;

    Stored(TransactionOperations<Connection> transactions, JdbcOperations jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /**
     * Where a chain ends.
     *
     * @param head its head, if it has one
     * @param last the number of its last entry, or 0
     */
    record End(@Nullable Head head, long last) {}

    /** What is made of rows. */
    interface Rows<T> {
        T of(ResultSet rows) throws SQLException;
    }

    List<Entry> entries(Select select) {
        return ask(
                select.sql(),
                select,
                rows -> jdbc.entityStream(rows, Entry.class).toList());
    }

    /** Asks in a way that finds rows in their order, even where sorting a few would seem cheaper: a page is all that is read. */
    <T> T ask(String sql, Select bound, Rows<T> answer) {
        return transactions.executeRead(status -> {
            keepFromSorting(status.getConnection());
            return jdbc.prepareStatement(sql, statement -> {
                bound.bind(statement);
                try (ResultSet rows = statement.executeQuery()) {
                    return answer.of(rows);
                }
            });
        });
    }

    private static void keepFromSorting(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local enable_sort = off");
            }
        }
    }

    /** The first chain by name, or null. */
    @Nullable
    String firstChain() {
        return chain(NEXT_CHAIN.replace(">", ">="), "");
    }

    /** The next chain by name, or null. */
    @Nullable
    String chainAfter(String name) {
        return chain(NEXT_CHAIN, name);
    }

    private @Nullable String chain(String sql, String name) {
        return transactions.executeRead(status -> jdbc.<@Nullable String>prepareStatement(sql, statement -> {
            statement.setString(1, name);
            statement.setString(2, name);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }));
    }

    End end(String chain) {
        return transactions.executeRead(status -> jdbc.prepareStatement(END, statement -> {
            statement.setString(1, chain);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                Head head = rows.getString("hash") == null
                        ? null
                        : new Head(
                                chain,
                                rows.getLong("seq"),
                                rows.getString("hash"),
                                rows.getTimestamp("at").toInstant());
                return new End(head, rows.getLong("last"));
            }
        }));
    }
}
