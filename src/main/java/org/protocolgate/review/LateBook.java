package org.protocolgate.review;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Facts that were recorded well after they happened. */
@Singleton
public final class LateBook {

    private static final String LATE = "select d.*, f.type, f.body, f.recorded_at, f.recorded_by,"
            + " exists (select 1 from correction c where c.replacement = f.id) as correction,"
            + " exists (select 1 from correction c where c.fact = f.id) as corrected"
            + " from fact_days d join fact f on f.id = d.fact where d.late_at_most > ";

    /** Recorded later than an infusion that still counts, or on a later day, and about a day before it. */
    private static final String AFTER_INFUSION = " and exists (select 1 from fact i join fact_days n on n.fact = i.id"
            + " where i.participant = d.participant and i.id <> d.fact and i.type = 'milestone'"
            + " and i.kind in ('INFUSION_STARTED', 'INFUSION_COMPLETED', 'INFUSION_STOPPED')"
            + " and not exists (select 1 from correction c where c.fact = i.id)"
            + " and (f.seq > i.seq or d.recorded_day > n.to_day)"
            + " and (d.first_day is null or d.first_day < n.to_day))";

    private final TransactionOperations<Connection> transactions;
    private final JdbcOperations jdbc;
    private final FactDays days;

    LateBook(TransactionOperations<Connection> transactions, JdbcOperations jdbc, FactDays days) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.days = days;
    }

    /**
     * A page, the latest first.
     *
     * @param limit how many at most
     * @param skipped how many are left out before
     */
    public List<LateView> list(LateWanted wanted, int limit, long skipped) {
        days.fill();
        Sql asked = new Sql(LATE)
                .then("?", wanted.days())
                .and("d.participant = ?", wanted.participant())
                .and("f.type = ?", wanted.type());
        if (wanted.sinceEnrolment()) {
            asked.then(" and d.to_day >= d.enrolled_day");
        }
        if (wanted.afterInfusion()) {
            asked.then(AFTER_INFUSION);
        }
        asked.then(" order by d.late_at_most desc, d.fact desc limit ? offset ?", limit, skipped);
        return transactions.executeRead(status -> asked.ask(jdbc, LateBook::view));
    }

    private static LateView view(ResultSet row) throws SQLException {
        return new LateView(
                row.getObject("fact", UUID.class),
                row.getString("participant"),
                row.getString("type"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                FactDays.instant(row, "recorded_at"),
                row.getString("recorded_by"),
                Math.max(0, row.getInt("late_at_least")), // the day itself may yet lie ahead
                row.getInt("late_at_most"),
                row.getBoolean("correction"),
                row.getBoolean("corrected"),
                row.getString("body"));
    }
}
