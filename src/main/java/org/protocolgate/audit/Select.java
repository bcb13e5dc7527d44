package org.protocolgate.audit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question to the table of entries: its text, which holds nothing that was sent, and the values bound to it. */
final class Select {

    private static final String COLUMNS = "select id, chain, seq, at, username, role, action, participant, level,"
            + " criterion, rule, status, decision, record, details, hash from audit_entry";
    private static final String REVIEWED = "exists (select 1 from review_mark m where m.entry = audit_entry.id"
            + " and m.entry_hash = audit_entry.hash"
            + " and not exists (select 1 from review_mark_end e where e.id = m.id))";
    private static final long LAST_MILLISECOND = (1L << 48) - 1;

    private final StringBuilder sql = new StringBuilder(COLUMNS);
    private final List<Object> values = new ArrayList<>();

    private Select() {}

    /** The newest entries, or the newest before one of them. */
    static Select newest(Filter filter, @Nullable UUID before, int limit) {
        return new Select().matching(filter).where("id < ?", before).then(" order by id desc limit ?", limit);
    }

    /** The oldest entries, or the oldest after one of them. */
    static Select oldest(Filter filter, @Nullable UUID after, int limit) {
        return new Select().matching(filter).where("id > ?", after).then(" order by id limit ?", limit);
    }

    /** One entry. */
    static Select one(UUID id) {
        return new Select().where("id = ?", id);
    }

    /** Entries of a chain, oldest first, from behind a number on. */
    static Select following(String chain, long seq, Filter filter, int limit) {
        return new Select()
                .where("chain = ?", chain)
                .where("seq > ?", seq)
                .matching(filter)
                .then(" order by seq limit ?", limit);
    }

    String sql() {
        return sql.toString();
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    private Select matching(Filter filter) {
        return where("participant = ?", filter.participant())
                .where("criterion = ?", filter.criterion())
                .where("level = ?", filter.level())
                .where("rule = ?", filter.rule())
                .where("status = ?", filter.status())
                .where("decision = ?", filter.decision())
                .where("username = ?", filter.user())
                .where(
                        "action = ?",
                        filter.action() == null ? null : filter.action().name())
                .from(filter.from())
                .to(filter.to())
                .without(filter.actionsWithout())
                .reviewed(filter.reviewed());
    }

    /** Whether a mark that counts names the entry as it stands; what cannot be marked is neither. */
    private Select reviewed(@Nullable Boolean asked) {
        if (asked == null) {
            return this;
        }
        return where("action in (?, 'RULE_FIRED')", Action.DECISION_MADE.name()).and((asked ? "" : "not ") + REVIEWED);
    }

    private Select without(List<String> actions) {
        actions.forEach(action -> where("action <> ?", action));
        return this;
    }

    /** Identifiers begin with the millisecond, so that a span of time is a span of the primary key as well. */
    private Select from(@Nullable Instant from) {
        return from == null
                ? this
                : where("at >= ?", from.atOffset(ZoneOffset.UTC)).where("id >= ?", firstOf(from.toEpochMilli()));
    }

    private Select to(@Nullable Instant to) {
        return to == null
                ? this
                : where("at < ?", to.atOffset(ZoneOffset.UTC)).where("id < ?", firstOf(to.toEpochMilli() + 1));
    }

    private static UUID firstOf(long millisecond) {
        long within = Math.max(0, Math.min(LAST_MILLISECOND, millisecond));
        return new UUID(within << 16 | 0x7000L, Long.MIN_VALUE);
    }

    private Select where(String condition, @Nullable Object value) {
        return value == null ? this : then((values.isEmpty() ? " where " : " and ") + condition, value);
    }

    /** One more condition, which has no value of its own. */
    private Select and(String condition) {
        sql.append(" and ").append(condition);
        return this;
    }

    private Select then(String text, Object value) {
        sql.append(text);
        values.add(value);
        return this;
    }
}
