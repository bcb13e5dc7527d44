package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.Seal;
import org.protocolgate.audit.SealFile;
import org.protocolgate.audit.Sealing;
import org.protocolgate.intake.RefusedException;

/** Seals of the audit log. */
@Controller("/api/audit/seals")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SealController {

    private static final int USUAL = 50;
    private static final int MOST = 500;

    private final Sealing sealing;
    private final Site site;

    SealController(Sealing sealing, Site site) {
        this.sealing = sealing;
        this.site = site;
    }

    /** A seal without the ends of the chains, which its file holds. */
    @Serdeable
    @Schema(name = "AuditSeal")
    record SealView(long number, String day, String at, String previous, String hash) {

        static SealView of(Seal seal) {
            return new SealView(
                    seal.number(), seal.sealedDay().toString(), seal.at().toString(), seal.previous(), seal.hash());
        }
    }

    @Get
    @Secured({"INVESTIGATOR", "MONITOR", "ADMIN"})
    @Operation(summary = "Seals, newest first")
    @Parameter(name = "before", in = ParameterIn.QUERY, schema = @Schema(type = "integer", minimum = "1"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
    List<SealView> list(HttpRequest<?> request) throws RefusedException {
        AddressIn in = new AddressIn(request.getParameters(), site.zone());
        long before = in.number("before", Long.MAX_VALUE, Long.MAX_VALUE);
        int limit = (int) in.number("limit", USUAL, MOST);
        in.refuseOthers();
        return sealing.before(before, limit).stream().map(SealView::of).toList();
    }

    @Get(uri = "/{number}", produces = MediaType.APPLICATION_JSON)
    @Secured({"INVESTIGATOR", "MONITOR", "ADMIN"})
    @Operation(summary = "A seal as a file, to be kept elsewhere and given to `verify --seal`")
    String read(long number) {
        return sealing.find(number)
                .map(SealFile::text)
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "no such seal"));
    }

    @Post
    @Secured("ADMIN")
    @Operation(summary = "Seal the audit log now")
    HttpResponse<SealView> seal(@Parameter(hidden = true) Actor actor) {
        return HttpResponse.created(SealView.of(sealing.seal(actor, site.zone())));
    }
}
