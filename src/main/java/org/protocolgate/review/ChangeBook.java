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

    /** Another decision on the same question as {@code d}. */
    private static final String SAME_QUESTION = "select %s from decision n where n.participant = d.participant"
            + " and n.gate = d.gate and n.gate_day = d.gate_day and n.as_known_at is null and ";

    private static final String LAST = "n.seq > c.seq order by n.seq desc limit 1";

    private static final String DAY = "cast(substring(d.gate_day from 1 for 10) as date)";

    private static final String CONCERNS = "(%1$s.first_day is null or %1$s.first_day < " + DAY
            + " or %1$s.first_day = " + DAY + " and not %1$s.milestone)";

    /** Answers PROCEED each of which is the last one on its question before a change {@code x}. */
    private static final String BEFORE = " where d.verdict = 'PROCEED' and d.as_known_at is null" + " and d.seq = ("
            + SAME_QUESTION.formatted("max(n.seq)") + "n.seq < x.seq)";

    private static final String RECORDED =
            "select x.fact as place, d.id as decision, x.seq, 'RECORDED' as change, x.fact,"
                    + " cast(null as uuid) as replacement from decision d"
                    + " join fact_days x on x.participant = d.participant and x.seq > d.seq" + BEFORE
                    + " and not x.replaces and " + CONCERNS.formatted("x");

    private static final String CORRECTED = "select x.id as place, d.id as decision, x.seq,"
            + " case when x.replacement is null then 'WITHDRAWN' else 'CORRECTED' end as change, x.fact, x.replacement"
            + " from decision d join correction x on x.participant = d.participant and x.seq > d.seq"
            + " join fact_days o on o.fact = x.fact left join fact_days r on r.fact = x.replacement" + BEFORE
            + " and (" + CONCERNS.formatted("o") + " or r.fact is not null and " + CONCERNS.formatted("r") + ")";

    /** What else is told, of the page alone; identifiers sort by time. */
    private static final String TOLD = "select d.participant, c.decision, d.gate, d.gate_day,"
            + " d.recorded_at as decided_at, d.recorded_by as decided_by,"
            + " (select a.id from authorisation a where a.decision = d.id) as authorisation,"
            + " c.change, c.fact, c.replacement, f.type, f.body,"
            + " coalesce(k.recorded_at, f.recorded_at) as recorded_at, coalesce(k.recorded_by, f.recorded_by) as recorded_by,"
            + " (" + SAME_QUESTION.formatted("n.id") + LAST + ") as again,"
            + " (" + SAME_QUESTION.formatted("n.verdict") + LAST + ") as again_verdict,"
            + " (" + SAME_QUESTION.formatted("n.recorded_at") + LAST + ") as again_at"
            + " from (%s) c join decision d on d.id = c.decision join fact f on f.id = c.fact"
            + " left join correction k on k.fact = c.fact and c.change <> 'RECORDED' order by c.place desc, c.decision desc";

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
        String[] told = TOLD.split("%s", -1);
        Sql asked = new Sql(told[0] + RECORDED)
                .and("d.participant = ?", participant)
                .then(" union all " + CORRECTED)
                .and("d.participant = ?", participant)
                .then(" order by place desc, decision desc limit ? offset ?", limit, skipped)
                .then(told[1]);
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
