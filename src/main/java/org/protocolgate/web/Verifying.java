package org.protocolgate.web;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Fault;
import org.protocolgate.audit.Happened;
import org.protocolgate.audit.StoredVerification;
import org.protocolgate.audit.Verified;

/** Checks the whole audit log for somebody; what was found is in the log itself before it is told. */
@Singleton
final class Verifying {

    private final StoredVerification verification;
    private final TransactionOperations<Connection> transactions;
    private final AuditLog log;

    Verifying(StoredVerification verification, TransactionOperations<Connection> transactions, AuditLog log) {
        this.verification = verification;
        this.transactions = transactions;
        this.log = log;
    }

    Verified verify(Actor actor) {
        Verified verified = verification.verify(null);
        Happened asked = Happened.of(Action.VERIFIED)
                .with("whole", verified.whole())
                .with("chains", verified.chains())
                .with("entries", verified.entries())
                .with("faults", verified.faults().stream().map(Fault::says).toList());
        transactions.executeWrite(status -> {
            log.add(Chain.SYSTEM, actor, asked);
            return verified;
        });
        return verified;
    }
}
