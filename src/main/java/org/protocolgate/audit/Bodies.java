package org.protocolgate.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds what is stored of facts, decisions, seals and all else that has a body against the digests that their entries name. */
@Singleton
final class Bodies {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String OF_MESSAGE = with("data_query_message", "kind || ' ' || cast(query as varchar(40))");

    /** What has one body, in a table with its digest; what else a row says that counts stands beside that. */
    private static final Map<Action, String> WITH_BODY = Map.ofEntries(
            Map.entry(Action.FACT_RECORDED, with("fact", "type || ' ' || coalesce(kind, '')")),
            Map.entry(Action.DOSE_DECIDED, with("dose_decision")),
            Map.entry(Action.INFUSION_AUTHORISED, with("authorisation")),
            Map.entry(Action.AUTHORISATION_ENDED, with("authorisation_end")),
            Map.entry(Action.HOLD_ACKNOWLEDGED, with("acknowledgement")),
            Map.entry(
                    Action.DEVIATION_FOUND, with("deviation", "coalesce(criterion, '') || ' ' || coalesce(other, '')")),
            Map.entry(
                    Action.DEVIATION_CONTINUED,
                    with("deviation_step", "kind || ' ' || cast(deviation as varchar(40))")),
            Map.entry(Action.QUERY_OPENED, with("data_query", "about || ' ' || subject")),
            Map.entry(Action.QUERY_ANSWERED, OF_MESSAGE),
            Map.entry(Action.QUERY_CLOSED, OF_MESSAGE),
            Map.entry(Action.QUERY_REOPENED, OF_MESSAGE),
            Map.entry(Action.REVIEW_MARKED, with("review_mark", "cast(entry as varchar(40)) || ' ' || entry_hash")),
            Map.entry(Action.REVIEW_MARK_WITHDRAWN, with("review_mark_end")));

    /** What says something in a query: the kind of the message is the rest of the action's name. */
    private static final Set<String> SAID =
            Set.of(Action.QUERY_ANSWERED.name(), Action.QUERY_CLOSED.name(), Action.QUERY_REOPENED.name());

    private static final String ANSWERS =
            "select cast(decision as varchar(40)), language, body from decision_answer where decision in (";
    private static final String SEALS =
            "select cast(number as varchar(40)), '', hash from audit_seal where number in (";

    private final TransactionOperations<Connection> transactions;
    private final JdbcOperations jdbc;

    Bodies(TransactionOperations<Connection> transactions, JdbcOperations jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    private static String with(String table) {
        return "select cast(id as varchar(40)), digest, body from " + table + " where id in (";
    }

    private static String with(String table, String beside) {
        return "select cast(id as varchar(40)), digest || ' ' || " + beside + ", body from " + table + " where id in (";
    }

    /** The first of these entries that names something else than what is stored, or null. */
    @Nullable
    Fault check(List<Entry> entries) {
        // apart by action: an authorisation and its end have one identifier
        Map<String, Map<String, Map<String, String>>> bodies = new HashMap<>();
        WITH_BODY.forEach((action, sql) -> bodies.put(action.name(), read(sql, entries, action)));
        var answers = read(ANSWERS, entries, Action.DECISION_MADE);
        var seals = read(SEALS, entries, Action.SEALED);
        for (Entry entry : entries) {
            Map<String, String> of = Map.of();
            String record = String.valueOf(entry.record());
            Map<String, Map<String, String>> ofAction = bodies.get(entry.action());
            if (ofAction != null && !isBody(ofAction.getOrDefault(record, of), entry)) {
                return fault(entry, entry.action().equals(Action.FACT_RECORDED.name()) ? "fact" : "record");
            }
            if (is(entry, Action.DECISION_MADE) && !isDecision(answers.getOrDefault(record, of), entry)) {
                return fault(entry, "answer of decision");
            }
            if (is(entry, Action.SEALED) && !seals.getOrDefault(record, of).equals(Map.of("", named(entry, "hash")))) {
                return fault(entry, "seal");
            }
        }
        return null;
    }

    private static boolean isBody(Map<String, String> stored, Entry entry) {
        String digest = named(entry, "digest");
        String body = stored.get(digest + beside(entry));
        return stored.size() == 1 && body != null && Digest.of(body).equals(digest);
    }

    private static String beside(Entry entry) {
        if (is(entry, Action.FACT_RECORDED)) {
            return " " + named(entry, "type") + " " + named(entry, "kind");
        } else if (is(entry, Action.DEVIATION_FOUND)) {
            return " " + Objects.requireNonNullElse(entry.criterion(), "") + " " + named(entry, "other");
        } else if (is(entry, Action.DEVIATION_CONTINUED)) {
            return " " + entry.status() + " " + named(entry, "deviation");
        } else if (is(entry, Action.QUERY_OPENED)) {
            return " " + named(entry, "about") + " " + named(entry, "subject");
        } else if (is(entry, Action.REVIEW_MARKED)) {
            return " " + named(entry, "entry") + " " + named(entry, "hash");
        }
        return SAID.contains(entry.action())
                ? " " + entry.action().substring("QUERY_".length()) + " " + named(entry, "query")
                : "";
    }

    private static boolean isDecision(Map<String, String> stored, Entry entry) {
        Map<String, String> named = new TreeMap<>();
        details(entry)
                .path("answers")
                .fields()
                .forEachRemaining(
                        answer -> named.put(answer.getKey(), answer.getValue().asText()));
        Map<String, String> digests = new TreeMap<>();
        stored.forEach((language, body) -> digests.put(language, Digest.of(body)));
        return !named.isEmpty() && named.equals(digests);
    }

    private static Fault fault(Entry entry, String what) {
        return new Fault(
                entry.chain(),
                entry.seq(),
                Fault.What.CHANGED,
                "The " + what + " " + entry.record() + " that entry " + entry.seq() + " of " + entry.chain()
                        + " tells of is missing, or is not as it was recorded.");
    }

    /** By record: what the second column says of it, and the third beside that. */
    private Map<String, Map<String, String>> read(String sql, List<Entry> entries, Action action) {
        List<Object> keys = entries.stream()
                .filter(entry -> is(entry, action))
                .flatMap(entry -> key(entry.record(), action).stream())
                .toList();
        if (keys.isEmpty()) {
            return Map.of();
        }
        String places = String.join(", ", java.util.Collections.nCopies(keys.size(), "?"));
        return transactions.executeRead(status -> jdbc.prepareStatement(sql + places + ")", statement -> {
            for (int i = 0; i < keys.size(); i++) {
                statement.setObject(i + 1, keys.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return byRecord(rows);
            }
        }));
    }

    private static Map<String, Map<String, String>> byRecord(ResultSet rows) throws SQLException {
        Map<String, Map<String, String>> found = new HashMap<>();
        while (rows.next()) {
            found.computeIfAbsent(rows.getString(1), record -> new TreeMap<>())
                    .put(rows.getString(2), rows.getString(3));
        }
        return found;
    }

    private static List<Object> key(@Nullable String record, Action action) {
        try {
            return record == null
                    ? List.of()
                    : List.of(action == Action.SEALED ? (Object) Long.valueOf(record) : UUID.fromString(record));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static boolean is(Entry entry, Action action) {
        return entry.action().equals(action.name());
    }

    private static String named(Entry entry, String name) {
        return details(entry).path(name).asText();
    }

    private static JsonNode details(Entry entry) {
        try {
            return JSON.readTree(entry.details());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
