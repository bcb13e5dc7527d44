package org.protocolgate.sweep;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.alert.AlertKeeper;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.protocol.Rulebook;
import org.protocolgate.study.Outlook;
import org.protocolgate.study.Outlooks;

/** Asks about one participant, keeps what changed, brings its alerts in line, and notes that it is done, in one transaction. */
@Singleton
class SweepOne {

    private final TransactionOperations<Connection> transactions;
    private final Outlooks outlooks;
    private final AlertKeeper alerts;
    private final Chunks chunks;
    private final AuditLog audit;
    private final Clock clock;

    SweepOne(
            TransactionOperations<Connection> transactions,
            Outlooks outlooks,
            AlertKeeper alerts,
            Chunks chunks,
            AuditLog audit,
            Clock clock) {
        this.transactions = transactions;
        this.outlooks = outlooks;
        this.alerts = alerts;
        this.chunks = chunks;
        this.audit = audit;
        this.clock = clock;
    }

    /** Another process has come further with the same chunk: it was thought to be dead, and is not. */
    static final class OvertakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OvertakenException(String message) {
            super(message);
        }
    }

    /** @param until only who has a gate up to this day is asked about, or null for everybody */
    void sweep(UUID sweep, int number, String from, String code, @Nullable LocalDate until, Rulebook rulebook) {
        outlooks.keepRules(rulebook);
        transactions.executeWrite(status -> {
            if (until != null && !outlooks.isNear(code, until, rulebook)) {
                advance(sweep, number, from, code, 1, 0, 0, 0, 0);
                return code;
            }
            Chain chain = audit.hold(Chain.ofParticipant(code));
            Outlook outlook = outlooks.of(code, chain, rulebook);
            int changed = outlooks.keepChanged(outlook, chain, Actor.SERVICE);
            int alerted = alerts.reconcile(outlook, Actor.SERVICE);
            advance(
                    sweep,
                    number,
                    from,
                    code,
                    outlook.active() ? 0 : 1,
                    outlook.asked().size(),
                    changed,
                    alerted,
                    0);
            return code;
        });
    }

    void fail(String study, UUID sweep, int number, String from, String code, RuntimeException fault) {
        transactions.executeWrite(status -> {
            chunks.failed(sweep, code, fault.getClass().getSimpleName(), clock.instant());
            alerts.evaluationFailed(study, code, Actor.SERVICE);
            advance(sweep, number, from, code, 0, 0, 0, 0, 1);
            return code;
        });
    }

    private void advance(
            UUID sweep,
            int number,
            String from,
            String to,
            int inactive,
            int asked,
            int changed,
            int alerted,
            int failed) {
        if (chunks.advance(sweep, number, from, to, 1, inactive, asked, changed, alerted, failed) == 0) {
            throw new OvertakenException("chunk " + number + " of sweep " + sweep + " is done by another");
        }
    }
}
