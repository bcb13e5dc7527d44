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
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds what is stored of facts, decisions and seals against the digests that their entries name. */
@Singleton
final class Bodies {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String FACTS = "select cast(id as varchar(40)), digest, body from fact where id in (";
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

    /** The first of these entries that names something else than what is stored, or null. */
    @Nullable
    Fault check(List<Entry> entries) {
        var facts = read(FACTS, entries, Action.FACT_RECORDED);
        var answers = read(ANSWERS, entries, Action.DECISION_MADE);
        var seals = read(SEALS, entries, Action.SEALED);
        for (Entry entry : entries) {
            Map<String, String> of = Map.of();
            String record = String.valueOf(entry.record());
            if (is(entry, Action.FACT_RECORDED) && !isFact(facts.getOrDefault(record, of), entry)) {
                return fault(entry, "fact");
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

    private static boolean isFact(Map<String, String> stored, Entry entry) {
        String digest = named(entry, "digest");
        return stored.size() == 1
                && stored.containsKey(digest)
                && Digest.of(stored.getOrDefault(digest, "")).equals(digest);
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
