package org.protocolgate.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Finds where the notes on what was taken over from other systems depart from the log and from the facts. They decide nothing
 * themselves; but with them changed, the next import would correct another fact, or record one twice.
 */
@Singleton
final class Origins {

    /** One statement, so that all of it is of one moment. */
    private static final String COUNTS = "select participant, details, 0, 0 from audit_entry"
            + " where action = 'IMPORTED' and participant is not null"
            + " union all select participant, null, count(*), 0 from import_source group by participant"
            + " union all select f.participant, null, 0, count(*) from import_correction c"
            + " join fact f on f.id = c.fact group by f.participant";

    private static final String BODIES = "select s.participant, f.participant, s.source_system, s.source_record,"
            + " s.source_version, f.body, cast(f.id as varchar(40)), f.seq from import_source s"
            + " join fact f on f.id = s.fact";

    private static final int PAGE = 500;
    private static final JsonMapper JSON = new JsonMapper();

    private final TransactionOperations<Connection> transactions;
    private final JdbcOperations jdbc;

    Origins(TransactionOperations<Connection> transactions, JdbcOperations jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** How many facts were recorded, and how many corrected or withdrawn, by imports. */
    private record Count(long taken, long corrected) {
        static final Count NONE = new Count(0, 0);

        Count and(Count more) {
            return new Count(taken + more.taken, corrected + more.corrected);
        }
    }

    /** What does one thing with each row. */
    private interface Row {
        void of(ResultSet row) throws SQLException;
    }

    List<Fault> check() {
        List<Fault> faults = new ArrayList<>();
        transactions.executeRead(status -> {
            counts(faults);
            read(BODIES, row -> {
                if (!agrees(row)) {
                    faults.add(new Fault(
                            Chain.PARTICIPANT + row.getString(2),
                            row.getLong(8),
                            Fault.What.CHANGED,
                            "The origin of fact " + row.getString(7) + " is not the one that the fact names."));
                }
            });
            return faults;
        });
        return faults;
    }

    /** Imports write in one transaction with what the log tells of them, so the numbers agree at every moment. */
    private void counts(List<Fault> faults) {
        Map<String, Count> told = new TreeMap<>();
        Map<String, Count> stored = new TreeMap<>();
        read(COUNTS, row -> {
            String details = row.getString(2);
            if (details == null) {
                stored.merge(row.getString(1), new Count(row.getLong(3), row.getLong(4)), Count::and);
            } else {
                told.merge(row.getString(1), told(details), Count::and);
            }
        });
        Map<String, Count> all = new TreeMap<>(told);
        all.putAll(stored);
        for (String participant : all.keySet()) {
            Count said = told.getOrDefault(participant, Count.NONE);
            Count there = stored.getOrDefault(participant, Count.NONE);
            if (!said.equals(there)) {
                boolean more = there.taken > said.taken || there.corrected > said.corrected;
                faults.add(new Fault(
                        Chain.PARTICIPANT + participant,
                        null,
                        more ? Fault.What.INSERTED : Fault.What.REMOVED,
                        "Of " + participant + " the log tells of " + said.taken + " facts taken over and "
                                + said.corrected
                                + " corrected by their source; the study has notes on " + there.taken + " and "
                                + there.corrected + "."));
            }
        }
    }

    private static Count told(String details) {
        try {
            JsonNode all = JSON.readTree(details);
            long corrected = all.path("corrected").asLong();
            return new Count(
                    all.path("recorded").asLong() + corrected,
                    corrected + all.path("withdrawn").asLong());
        } catch (JsonProcessingException e) {
            return Count.NONE; // somebody changed it: its chain is broken, and that is found
        }
    }

    private static boolean agrees(ResultSet row) throws SQLException {
        try {
            JsonNode source = JSON.readTree(row.getString(6)).path("source");
            return row.getString(1).equals(row.getString(2))
                    && row.getString(3).equals(source.path("system").asText())
                    && row.getString(4).equals(source.path("id").asText())
                    && Objects.equals(row.getString(5), source.path("version").textValue());
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private void read(String sql, Row each) {
        jdbc.prepareStatement(sql, statement -> {
            statement.setFetchSize(PAGE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.of(rows);
                }
            }
            return 0;
        });
    }
}
