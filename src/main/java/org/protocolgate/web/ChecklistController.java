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
import java.util.UUID;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.screen.ChecklistPrints;

/** Decisions on paper. */
@Controller("/api/decisions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"COORDINATOR", "INVESTIGATOR", "MONITOR", "ADMIN"})
final class ChecklistController {

    private static final String PDF = MediaType.APPLICATION_PDF;

    private final ChecklistPrints prints;
    private final Site site;

    ChecklistController(ChecklistPrints prints, Site site) {
        this.prints = prints;
        this.site = site;
    }

    @Get(uri = "/{decision}/checklist.pdf", produces = PDF)
    @Operation(
            summary = "The checklist of a stored decision as PDF, to be signed by hand",
            description = "A4, with its fonts. That it was taken is in the audit log before it is sent.")
    @Parameter(
            name = "lang",
            in = ParameterIn.QUERY,
            description = "Else the language is that of the reader.",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"en", "zh-CN"}))
    @ApiResponse(responseCode = "200", description = "The file")
    HttpResponse<byte[]> print(UUID decision, HttpRequest<?> request, @Parameter(hidden = true) Actor actor)
            throws RefusedException {
        AddressIn in = new AddressIn(request.getParameters(), site.zone());
        String tag = in.word("lang", Languages.tags());
        in.refuseOthers();
        ChecklistPrints.Pdf file =
                prints.of(decision, tag == null ? Languages.of(request) : Languages.spoken(tag), actor);
        return HttpResponse.ok(file.content())
                .contentType(MediaType.APPLICATION_PDF_TYPE)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "inline; filename=\"" + file.name() + "\"");
    }
}
