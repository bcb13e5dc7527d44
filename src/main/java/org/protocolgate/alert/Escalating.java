package org.protocolgate.alert;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;

/** Alerts of STOP that nobody acknowledges go on to the next recipient. */
@Singleton
public final class Escalating {

    private final TransactionOperations<Connection> transactions;
    private final Alerts alerts;
    private final AlertEvents events;
    private final Telling telling;
    private final AuditLog audit;

    Escalating(
            TransactionOperations<Connection> transactions,
            Alerts alerts,
            AlertEvents events,
            Telling telling,
            AuditLog audit) {
        this.transactions = transactions;
        this.alerts = alerts;
        this.events = events;
        this.telling = telling;
        this.audit = audit;
    }

    /**
     * Lets an alert go on, if it is still open, of STOP and not acknowledged, and nothing else has happened to it meanwhile. A
     * second call for the same event does nothing.
     *
     * @param since the number of the event since which it waits
     */
    public void escalate(UUID id, long since) {
        transactions.executeWrite(status -> {
            Alert seen = alerts.findById(id).orElseThrow(() -> new NoSuchAlertException("no alert " + id));
            Chain chain = audit.hold(Reconciling.chain(seen));
            Alert alert = alerts.findById(id).orElseThrow();
            boolean waits = alert.isOpen()
                    && alert.acknowledgedAt() == null
                    && alert.severity() == Severity.STOP
                    && events.waitingSince(id) == since;
            if (waits) {
                alerts.escalate(id, chain.at());
                Alert now = alerts.findById(id).orElseThrow();
                audit.add(
                        chain,
                        Actor.SERVICE,
                        List.of(Reconciling.entry(Action.ALERT_ESCALATED, now, now.severity())
                                .with("escalations", now.escalations())));
                telling.tell(
                        now.study(),
                        List.of(new Reconciling.Told(now, Occurrence.Kind.ESCALATED, now.severity())),
                        chain.at());
            }
            return waits;
        });
    }
}
