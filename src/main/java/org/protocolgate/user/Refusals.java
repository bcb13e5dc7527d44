package org.protocolgate.user;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Happened;

/** Tells the audit log of access that was refused. */
@Singleton
public final class Refusals {

    private static final Actor NOBODY = new Actor("anonymous", "NONE");

    private final AuditLog audit;
    private final TransactionOperations<Connection> transactions;

    Refusals(AuditLog audit, TransactionOperations<Connection> transactions) {
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * @param actor who asked, or null where that is not known
     * @param route the route as it is declared, without the values in it
     */
    public void record(@Nullable Actor actor, String method, String route, int status) {
        transactions.executeWrite(transaction -> {
            audit.add(
                    Chain.SYSTEM,
                    actor == null ? NOBODY : actor,
                    Happened.of(Action.ACCESS_REFUSED)
                            .with("method", method)
                            .with("route", route)
                            .with("status", status));
            return transaction;
        });
    }
}
