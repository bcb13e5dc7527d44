package org.protocolgate.review;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Facts that changed after an answer had been PROCEED, and concern it: those about days before its day, or without a date, and
 * those of its day that are no milestones, because what is done at the gate itself is recorded after it was asked.
 */
@Singleton
public final class ChangeBook {

    private static final String CHANGES = "(select f.participant, 'RECORDED' as change, f.seq, f.id as fact,"
            + " cast(null as uuid) as replacement, f.recorded_at, f.recorded_by from fact f"
            + " where not exists (select 1 from correction r where r.replacement = f.id)"
            + " union all select k.participant, case when k.replacement is null then 'WITHDRAWN' else 'CORRECTED' end,"
            + " k.seq, k.fact, k.replacement, k.recorded_at, k.recorded_by from correction k)";

    /** Another decision on the same question as {@code d}. */
    private static final String SAME_QUESTION = "select %s from decision n where n.participant = d.participant"
            + " and n.gate = d.gate and n.gate_day = d.gate_day and n.as_known_at is null and ";

    private static final String LAST = " order by n.seq desc limit 1";

    private static final String DAY = "cast(substring(d.gate_day from 1 for 10) as date)";

    private static final String CONCERNS = "(%1$s.first_day is null or %1$s.first_day < " + DAY
            + " or %1$s.first_day = " + DAY + " and f.type <> 'milestone')";

    private static final String LIST = "select d.participant, d.id as decision, d.gate, d.gate_day,"
            + " d.recorded_at as decided_at, d.recorded_by as decided_by,"
            + " (select a.id from authorisation a where a.decision = d.id) as authorisation,"
            + " c.change, c.fact, c.replacement, f.type, f.body, c.recorded_at, c.recorded_by,"
            + " (" + SAME_QUESTION.formatted("n.id") + "n.seq > c.seq" + LAST + ") as again,"
            + " (" + SAME_QUESTION.formatted("n.verdict") + "n.seq > c.seq" + LAST + ") as again_verdict,"
            + " (" + SAME_QUESTION.formatted("n.recorded_at") + "n.seq > c.seq" + LAST + ") as again_at"
            + " from decision d join " + CHANGES + " c on c.participant = d.participant and c.seq > d.seq"
            + " join fact f on f.id = c.fact join fact_days o on o.fact = c.fact"
            + " left join fact_days r on r.fact = c.replacement"
            + " where d.verdict = 'PROCEED' and d.as_known_at is null and (" + CONCERNS.formatted("o")
            + " or r.fact is not null and " + CONCERNS.formatted("r") + ")"
            + " and not exists (" + SAME_QUESTION.formatted("1") + "n.seq > d.seq and n.seq < c.seq)";

    private final TransactionOperations<Connection> transactions;
    private final JdbcOperations jdbc;
    private final FactDays days;

    ChangeBook(TransactionOperations<Connection> transactions, JdbcOperations jdbc, FactDays days) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.days = days;
    }

    /**
     * A page, the newest change first.
     *
     * @param participant whose; null for all
     * @param limit how many at most
     * @param skipped how many are left out before
     */
    public List<ChangeView> list(@Nullable String participant, int limit, long skipped) {
        days.fill();
        Sql asked = new Sql(LIST)
                .and("d.participant = ?", participant)
                .then(
                        " order by c.recorded_at desc, c.participant, c.seq desc, d.seq desc limit ? offset ?",
                        limit,
                        skipped);
        return transactions.executeRead(status -> asked.ask(jdbc, ChangeBook::view));
    }

    private static ChangeView view(ResultSet row) throws SQLException {
        UUID again = row.getObject("again", UUID.class);
        return new ChangeView(
                row.getString("participant"),
                row.getObject("decision", UUID.class),
                row.getString("gate"),
                row.getString("gate_day"),
                FactDays.instant(row, "decided_at"),
                row.getString("decided_by"),
                row.getObject("authorisation", UUID.class),
                ChangeView.Kind.valueOf(row.getString("change")),
                row.getObject("fact", UUID.class),
                row.getObject("replacement", UUID.class),
                row.getString("type"),
                FactDays.instant(row, "recorded_at"),
                row.getString("recorded_by"),
                again,
                row.getString("again_verdict"),
                again == null ? null : FactDays.instant(row, "again_at"),
                row.getString("body"));
    }
}
