package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.study.ScreeningLine;
import org.protocolgate.study.ScreeningLog;
import org.protocolgate.study.ScreeningWanted;

/** The screening and enrolment log, to be read and taken away. */
@Controller("/api/screening-log")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"COORDINATOR", "INVESTIGATOR", "MONITOR", "ADMIN"})
final class ScreeningLogController {

    private static final int USUAL = 50;

    private final ScreeningLog log;
    private final Site site;
    private final Clock clock;

    ScreeningLogController(ScreeningLog log, Site site, Clock clock) {
        this.log = log;
        this.site = site;
        this.clock = clock;
    }

    @Get
    @Operation(summary = "Everybody who was ever enrolled and how far they came, in the order of enrolment")
    @ScreeningParameters
    @Parameter(
            name = "page",
            in = ParameterIn.QUERY,
            description = "A number beyond the last gives the last.",
            schema = @Schema(type = "integer", minimum = "1", defaultValue = "1"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
    ScreeningLine.Page list(HttpRequest<?> request) throws RefusedException {
        AddressIn in = new AddressIn(request.getParameters(), site.zone());
        ScreeningAsked asked = ScreeningAsked.of(in, USUAL);
        in.refuseOthers();
        return log.page(asked.wanted(), asked.page(), asked.limit(), Languages.of(request));
    }

    @Get(uri = "/export", produces = "text/csv")
    @Operation(summary = "The same as a CSV file", description = "That it was taken is in the audit log.")
    @ScreeningParameters
    @ApiResponse(responseCode = "200", description = "The file")
    HttpResponse<byte[]> export(HttpRequest<?> request, @Parameter(hidden = true) Actor actor) throws RefusedException {
        ZoneId zone = site.zone();
        AddressIn in = new AddressIn(request.getParameters(), zone);
        ScreeningWanted wanted = ScreeningAsked.wanted(in);
        in.refuseOthers();
        byte[] file = log.export(wanted, actor, zone, Languages.of(request));
        String name = "screening-log-" + LocalDate.ofInstant(clock.instant(), zone) + ".csv";
        return HttpResponse.ok(file)
                .contentType(new MediaType("text/csv; charset=utf-8"))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}
