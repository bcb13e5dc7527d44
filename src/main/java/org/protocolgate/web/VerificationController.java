package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.SerdeImport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.Fault;
import org.protocolgate.audit.Verified;
import org.protocolgate.intake.RefusedException;

/** Says whether the audit log is as it was recorded. */
@Controller("/api/audit/verification")
@SerdeImport(Verified.class)
@SerdeImport(Fault.class)
final class VerificationController {

    private final Verifying verifying;
    private final Site site;

    VerificationController(Verifying verifying, Site site) {
        this.verifying = verifying;
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
        return verifying.verify(actor);
    }
}
