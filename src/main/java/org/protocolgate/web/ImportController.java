package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.inject.Named;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.protocolgate.asking.ProblemView;
import org.protocolgate.audit.Actor;
import org.protocolgate.fhir.OutcomeText;
import org.protocolgate.importing.ImportReport;
import org.protocolgate.importing.ImportReport.Did;
import org.protocolgate.sheet.Templates;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What other systems hold of a participant is taken over. */
@Controller("/api")
@Secured({"COORDINATOR"})
final class ImportController {

    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    static final String ODM = "application/odm+xml";
    static final Set<String> XML = Set.of(MediaType.APPLICATION_XML, MediaType.TEXT_XML, ODM);

    private final Importing importing;
    private final Uploads uploads;
    private final Scheduler workers;

    ImportController(Importing importing, Uploads uploads, @Named(TaskExecutors.BLOCKING) ExecutorService workers) {
        this.importing = importing;
        this.uploads = uploads;
        this.workers = Schedulers.fromExecutorService(workers);
    }

    @Post(
            uri = "/participants/{id}/imports",
            consumes = {
                Fhir.JSON,
                MediaType.APPLICATION_JSON,
                CSV,
                XLSX,
                MediaType.APPLICATION_XML,
                MediaType.TEXT_XML,
                ODM
            },
            produces = {MediaType.APPLICATION_JSON, Fhir.JSON})
    @Operation(
            summary =
                    "Take over a FHIR R4 bundle, a sheet of facts, or a subject's data of a CDISC dataset or an ODM file",
            description =
                    "Answers what became of each resource or row: TAKEN, SKIPPED (why) or DOUBTFUL (what is missing); "
                            + "as an OperationOutcome where FHIR is accepted. The same again adds nothing, a changed one corrects what "
                            + "was taken of it before. A sheet is taken as a whole or not at all.")
    @ApiResponse(
            responseCode = "201",
            description = "Something was recorded or corrected",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Nothing was recorded: a trial, or there was nothing new",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @ApiResponse(
            responseCode = "400",
            description = "Nothing was stored: no such format, another patient, or a row that cannot be read",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @ApiResponse(
            responseCode = "413",
            description = "More than what is taken at once",
            content =
                    @Content(mediaType = ProblemView.MEDIA_TYPE, schema = @Schema(implementation = ProblemView.class)))
    Mono<HttpResponse<?>> take(
            String id,
            @Body Publisher<byte[]> body,
            @Parameter(description = "Only say what would be done.") @QueryValue(defaultValue = "false") boolean dryRun,
            @Parameter(description = "The system it comes from, by which its records are known again.")
                    @Nullable
                    @QueryValue
                    String source,
            @Parameter(
                            description =
                                    "Of a CSV file: which kind of facts it holds, as its template; else a column, type, says it of each row.")
                    @Nullable
                    @QueryValue
                    String kind,
            @Parameter(
                            description =
                                    "Of a dataset the USUBJID, of an ODM file the SubjectKey that is the participant's; else it is the code.")
                    @Nullable
                    @QueryValue
                    String subject,
            @Parameter(description = "Of a sheet: whether rows that can be read are taken where others cannot.")
                    @QueryValue(defaultValue = "false")
                    boolean partial,
            HttpRequest<?> request,
            @Parameter(hidden = true) Actor actor) {
        String type = request.getContentType().map(MediaType::getName).orElse("");
        Importing.Order order = new Importing.Order(id, type, source, kind, subject, partial, dryRun, actor);
        return uploads.received(body)
                .publishOn(workers)
                .flatMap(upload -> Mono.fromCallable(() -> {
                    try (upload) {
                        return answer(importing.take(upload, order), dryRun, request);
                    }
                }));
    }

    private static HttpResponse<?> answer(ImportReport report, boolean trial, HttpRequest<?> request) {
        boolean changed = report.count(Did.RECORDED) + report.count(Did.CORRECTED) + report.count(Did.WITHDRAWN) > 0;
        HttpStatus status = report.stored() && changed
                ? HttpStatus.CREATED
                : report.stored() || trial ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
        return Fhir.isAccepted(request)
                ? HttpResponse.status(status).body(OutcomeText.of(report)).contentType(Fhir.JSON)
                : HttpResponse.status(status).body(report).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    @Post(
            uri = "/imports",
            consumes = {MediaType.APPLICATION_JSON, CSV, XLSX, MediaType.APPLICATION_XML, MediaType.TEXT_XML, ODM})
    @Operation(
            summary = "Take over a CDISC dataset, an ODM file or a sheet of many subjects",
            description =
                    "Of each subject who is enrolled under the USUBJID or SubjectKey, or whom the study's mapping names, or a sheet's column, participant; each in a transaction of its own.")
    Mono<ImportsView> takeAll(
            @Body Publisher<byte[]> body,
            @QueryValue(defaultValue = "false") boolean dryRun,
            @Nullable @QueryValue String source,
            @Nullable @QueryValue String kind,
            @QueryValue(defaultValue = "false") boolean partial,
            HttpRequest<?> request,
            @Parameter(hidden = true) Actor actor) {
        String type = request.getContentType().map(MediaType::getName).orElse("");
        Importing.Order order = new Importing.Order("", type, source, kind, null, partial, dryRun, actor);
        return uploads.received(body)
                .publishOn(workers)
                .flatMap(upload -> Mono.fromCallable(() -> {
                    try (upload) {
                        return importing.takeAll(upload, order);
                    }
                }));
    }

    @Get(uri = "/imports/templates/{kind}.csv", produces = CSV)
    @Secured({"COORDINATOR", "INVESTIGATOR", "MONITOR", "ADMIN"})
    @Operation(summary = "An empty CSV file for facts of a kind")
    HttpResponse<byte[]> csv(@PathVariable String kind) {
        byte[] file = Templates.csv(kind);
        return file == null ? HttpResponse.notFound() : file(file, kind + ".csv");
    }

    @Get(uri = "/imports/templates/{kind}.xlsx", produces = XLSX)
    @Secured({"COORDINATOR", "INVESTIGATOR", "MONITOR", "ADMIN"})
    @Operation(summary = "An empty workbook for facts of a kind, or, as all.xlsx, of every kind")
    HttpResponse<byte[]> xlsx(@PathVariable String kind) {
        byte[] file = Templates.xlsx(kind);
        return file == null ? HttpResponse.notFound() : file(file, kind + ".xlsx");
    }

    private static HttpResponse<byte[]> file(byte[] content, String name) {
        return HttpResponse.ok(content).header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}
