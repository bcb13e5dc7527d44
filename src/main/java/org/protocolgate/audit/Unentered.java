package org.protocolgate.audit;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what stands in the study without an entry that tells of it, and corrections that are told of and no longer stand there:
 * either would change what is decided, and no chain would be broken.
 */
@Singleton
final class Unentered {

    /**
     * A kind of record.
     *
     * @param name in a sentence
     * @param table its table, with participant and seq
     * @param record what its entry names, of the row {@code r}
     * @param actions of its entry
     * @param more what else has to agree between the row and its entry {@code e}
     */
    private record Kind(String name, String table, String record, String actions, String more) {

        /** Rows without their entry. */
        String inserted() {
            return "select r.participant, r.seq, " + record + " from " + table
                    + " r where not exists (select 1 from audit_entry e"
                    + " where e.chain = 'participant:' || r.participant and e.seq = r.seq and e.action in (" + actions
                    + ") and e.record = " + record + more + ") order by r.participant, r.seq limit 1";
        }

        /** Entries without their row. */
        String removed() {
            return "select e.participant, e.seq, e.record from audit_entry e where e.action in (" + actions
                    + ") and not exists (select 1 from " + table
                    + " r where r.participant = e.participant and r.seq = e.seq)"
                    + " order by e.participant, e.seq limit 1";
        }
    }

    private static final List<Kind> KINDS = List.of(
            new Kind("fact", "fact", "cast(r.id as varchar(40))", "'FACT_RECORDED'", ""),
            new Kind(
                    "correction of fact",
                    "correction",
                    "cast(r.fact as varchar(40))",
                    "'FACT_CORRECTED', 'FACT_WITHDRAWN'",
                    ""),
            new Kind(
                    "version of participant",
                    "participant_version",
                    "r.participant",
                    "'PARTICIPANT_ENROLLED', 'PARTICIPANT_CHANGED'",
                    ""),
            new Kind("voiding of participant", "participant_voiding", "r.participant", "'PARTICIPANT_VOIDED'", ""),
            new Kind(
                    "decision",
                    "decision",
                    "cast(r.id as varchar(40))",
                    "'DECISION_MADE'",
                    " and e.status = r.verdict"));

    private final TransactionOperations<Connection> transactions;
    private final JdbcOperations jdbc;

    Unentered(TransactionOperations<Connection> transactions, JdbcOperations jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** The first of each kind. */
    List<Fault> check() {
        List<Fault> faults = new ArrayList<>();
        for (Kind kind : KINDS) {
            faults.addAll(ask(
                    kind.inserted(),
                    Fault.What.INSERTED,
                    "The " + kind.name() + " %s is not in the log, or not as it stands in the study."));
            faults.addAll(ask(
                    kind.removed(),
                    Fault.What.REMOVED,
                    "The " + kind.name() + " %s is in the log and no longer in the study."));
        }
        return faults;
    }

    private List<Fault> ask(String sql, Fault.What what, String says) {
        return transactions.executeRead(status -> jdbc.prepareStatement(sql, statement -> {
            List<Fault> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String chain = Chain.ofParticipant(rows.getString(1));
                    found.add(new Fault(chain, rows.getLong(2), what, says.formatted(rows.getString(3))));
                }
            }
            return found;
        }));
    }
}
