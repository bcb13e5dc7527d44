package org.protocolgate.review;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.protocolgate.intake.SentFact;
import org.protocolgate.participant.Entry;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.ServedRules;

/**
 * Keeps the days of facts beside them, so that the database can compare and sort by them. Nothing rests on these but lists: they
 * are read from the facts whenever one is missing.
 */
@Singleton
final class FactDays {

    private static final int PIECE = 1_000;

    private static final String MISSING = "select f.id, f.participant, f.seq, f.type, f.body, f.recorded_at,"
            + " p.enrolled_at, exists (select 1 from correction c where c.replacement = f.id) as replaces from fact f"
            + " join participant p on p.code = f.participant where not exists"
            + " (select 1 from fact_days d where d.fact = f.id) limit " + PIECE;

    private static final String ADD =
            "insert into fact_days (fact, participant, seq, milestone, replaces, first_day, from_day, to_day,"
                    + " enrolled_day, recorded_day, late_at_least, late_at_most) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict do nothing";

    private final TransactionOperations<Connection> transactions;
    private final JdbcOperations jdbc;
    private final ServedRules rules;

    FactDays(TransactionOperations<Connection> transactions, JdbcOperations jdbc, ServedRules rules) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** A fact that has yet to be read. */
    private record Unread(
            UUID id,
            String participant,
            long seq,
            boolean milestone,
            boolean replaces,
            String body,
            Instant recorded,
            Instant enrolled) {}

    /** Reads the facts that were recorded since. */
    void fill() {
        ZoneId zone = rules.zone();
        int read;
        do {
            read = transactions.executeWrite(status -> piece(zone));
        } while (read == PIECE);
    }

    private int piece(ZoneId zone) {
        List<Unread> missing = new Sql(MISSING)
                .ask(
                        jdbc,
                        row -> new Unread(
                                row.getObject("id", UUID.class),
                                row.getString("participant"),
                                row.getLong("seq"),
                                row.getString("type").equals("milestone"),
                                row.getBoolean("replaces"),
                                row.getString("body"),
                                instant(row, "recorded_at"),
                                instant(row, "enrolled_at")));
        if (!missing.isEmpty()) {
            jdbc.prepareStatement(ADD, statement -> {
                for (Unread fact : missing) {
                    bind(statement, fact, zone);
                    statement.addBatch();
                }
                return statement.executeBatch();
            });
        }
        return missing.size();
    }

    private static void bind(PreparedStatement statement, Unread fact, ZoneId zone) throws SQLException {
        Happening happening =
                Happening.of(SentFact.kept(fact.body(), new Entry(fact.id().toString(), 0, null), zone));
        PartialDate last = happening.last();
        LocalDate recorded = LocalDate.ofInstant(fact.recorded(), zone);
        statement.setObject(1, fact.id());
        statement.setString(2, fact.participant());
        statement.setLong(3, fact.seq());
        statement.setBoolean(4, fact.milestone());
        statement.setBoolean(5, fact.replaces());
        statement.setObject(6, happening.first());
        statement.setObject(7, last == null ? null : last.earliest());
        statement.setObject(8, last == null ? null : last.latest());
        statement.setObject(9, LocalDate.ofInstant(fact.enrolled(), zone));
        statement.setObject(10, recorded);
        statement.setObject(11, happening.atLeast(recorded));
        statement.setObject(12, happening.atMost(recorded));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
