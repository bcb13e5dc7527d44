package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.SerdeImport;
import io.micronaut.transaction.TransactionOperations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.sql.Connection;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Fault;
import org.protocolgate.audit.Happened;
import org.protocolgate.audit.StoredVerification;
import org.protocolgate.audit.Verified;
import org.protocolgate.intake.RefusedException;

/** Says whether the audit log is as it was recorded. */
@Controller("/api/audit/verification")
@SerdeImport(Verified.class)
@SerdeImport(Fault.class)
final class VerificationController {

    private final StoredVerification verification;
    private final TransactionOperations<Connection> transactions;
    private final AuditLog log;
    private final Site site;

    VerificationController(
            StoredVerification verification, TransactionOperations<Connection> transactions, AuditLog log, Site site) {
        this.verification = verification;
        this.transactions = transactions;
        this.log = log;
        this.site = site;
    }

    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Secured({"INVESTIGATOR", "MONITOR", "ADMIN"})
    @Operation(
            summary = "Is every entry of the audit log there, and as it was recorded?",
            description = "Goes through the whole log, and names the first fault of each chain.")
    Verified verify(HttpRequest<?> request, @Parameter(hidden = true) Actor actor) throws RefusedException {
        new AddressIn(request.getParameters(), site.zone()).refuseOthers();
        Verified verified = verification.verify(null);
        Happened asked = Happened.of(Action.VERIFIED)
                .with("whole", verified.whole())
                .with("chains", verified.chains())
                .with("entries", verified.entries())
                .with("faults", verified.faults().stream().map(Fault::says).toList());
        transactions.executeWrite(status -> {
            log.add(Chain.SYSTEM, actor, asked);
            return null;
        });
        return verified;
    }
}
