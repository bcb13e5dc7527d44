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
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds what is stored of facts, decisions, seals and all else that has a body against the digests that their entries name. */
@Singleton
final class Bodies {

    private static final JsonMapper JSON = new JsonMapper();

    /** What has one body, in a table with its digest; what else a row says that counts stands beside that. */
    private static final Map<Action, String> WITH_BODY = Map.of(
            Action.FACT_RECORDED,
                    "select cast(id as varchar(40)), digest || ' ' || type || ' ' || coalesce(kind, ''), body from fact where id in (",
            Action.DOSE_DECIDED, with("dose_decision"),
            Action.INFUSION_AUTHORISED, with("authorisation"),
            Action.AUTHORISATION_ENDED, with("authorisation_end"),
            Action.HOLD_ACKNOWLEDGED, with("acknowledgement"),
            Action.DEVIATION_FOUND,
                    "select cast(id as varchar(40)), digest || ' ' || coalesce(criterion, '') || ' ' || coalesce(other, ''), body"
                            + " from deviation where id in (",
            Action.DEVIATION_CONTINUED,
                    "select cast(id as varchar(40)), digest || ' ' || kind || ' ' || cast(deviation as varchar(40)), body"
                            + " from deviation_step where id in (");

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
        }
        return is(entry, Action.DEVIATION_CONTINUED) ? " " + entry.status() + " " + named(entry, "deviation") : "";
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
