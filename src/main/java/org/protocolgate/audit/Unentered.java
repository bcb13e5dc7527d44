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
     * @param table its table, with seq and what its chain is named after
     * @param chain the chain of the row {@code r}
     * @param row whether the row {@code r} is in the chain of the entry {@code e}, in words that an index serves
     * @param record what its entry names, of the row {@code r}
     * @param actions of its entry
     * @param more what else has to agree between the row and its entry {@code e}
     */
    private record Kind(
            String name, String table, String chain, String row, String record, String actions, String more) {

        static Kind ofParticipant(String name, String table, String record, String actions, String more) {
            String chain = "'" + Chain.PARTICIPANT + "' || r.participant";
            return new Kind(name, table, chain, "r.participant = e.participant", record, actions, more);
        }

        static Kind ofParticipant(String name, String table, String actions) {
            return ofParticipant(name, table, ID, actions, "");
        }

        /** Rows without their entry. */
        String inserted() {
            return "select " + chain + ", r.seq, " + record + " from " + table
                    + " r where not exists (select 1 from audit_entry e"
                    + " where e.chain = " + chain + " and e.seq = r.seq and e.action in (" + actions
                    + ") and e.record = " + record + more + ") order by 1, r.seq limit 1";
        }

        /** Entries without their row. */
        String removed() {
            return "select e.chain, e.seq, e.record from audit_entry e where e.action in (" + actions
                    + ") and not exists (select 1 from " + table + " r where " + row + " and r.seq = e.seq)"
                    + " order by e.chain, e.seq limit 1";
        }
    }

    private static final String ID = "cast(r.id as varchar(40))";

    private static final List<Kind> KINDS = List.of(
            Kind.ofParticipant("fact", "fact", "'FACT_RECORDED'"),
            Kind.ofParticipant(
                    "correction of fact",
                    "correction",
                    "cast(r.fact as varchar(40))",
                    "'FACT_CORRECTED', 'FACT_WITHDRAWN'",
                    ""),
            Kind.ofParticipant(
                    "version of participant",
                    "participant_version",
                    "r.participant",
                    "'PARTICIPANT_ENROLLED', 'PARTICIPANT_CHANGED'",
                    ""),
            Kind.ofParticipant(
                    "voiding of participant", "participant_voiding", "r.participant", "'PARTICIPANT_VOIDED'", ""),
            Kind.ofParticipant("decision", "decision", ID, "'DECISION_MADE'", " and e.status = r.verdict"),
            new Kind(
                    "dose decision",
                    "dose_decision",
                    "'" + Chain.LEVELS + "' || r.study",
                    "'" + Chain.LEVELS + "' || r.study = e.chain",
                    ID,
                    "'DOSE_DECIDED'",
                    ""),
            Kind.ofParticipant("authorisation", "authorisation", "'INFUSION_AUTHORISED'"),
            Kind.ofParticipant("end of authorisation", "authorisation_end", "'AUTHORISATION_ENDED'"),
            Kind.ofParticipant("acknowledgement", "acknowledgement", "'HOLD_ACKNOWLEDGED'"),
            Kind.ofParticipant("deviation", "deviation", "'DEVIATION_FOUND'"),
            Kind.ofParticipant("step of deviation", "deviation_step", "'DEVIATION_CONTINUED'"),
            Kind.ofParticipant("query", "data_query", "'QUERY_OPENED'"),
            Kind.ofParticipant(
                    "message of query", "data_query_message", "'QUERY_ANSWERED', 'QUERY_CLOSED', 'QUERY_REOPENED'"),
            Kind.ofParticipant("review mark", "review_mark", "'REVIEW_MARKED'"),
            Kind.ofParticipant("end of review mark", "review_mark_end", "'REVIEW_MARK_WITHDRAWN'"));

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
                    found.add(new Fault(rows.getString(1), rows.getLong(2), what, says.formatted(rows.getString(3))));
                }
            }
            return found;
        }));
    }
}
