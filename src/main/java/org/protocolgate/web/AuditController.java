package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.Entry;
import org.protocolgate.audit.Export;
import org.protocolgate.audit.Filter;
import org.protocolgate.audit.Listing;
import org.protocolgate.fhirout.AuditText;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.telling.Telling;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** The audit log, to be read and taken away. */
@Controller("/api/audit")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuditController {

    private static final int USUAL = 50;
    private static final int MOST = 500;
    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    private static final MediaType TEXT = new MediaType("text/plain; charset=utf-8");

    private final Listing listing;
    private final Export export;
    private final Site site;
    private final Clock clock;

    AuditController(Listing listing, Export export, Site site, Clock clock) {
        this.listing = listing;
        this.export = export;
        this.site = site;
        this.clock = clock;
    }

    @Get(produces = {MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, Fhir.JSON})
    @Secured({"COORDINATOR", "INVESTIGATOR", "MONITOR", "ADMIN"})
    @Operation(
            summary = "Entries of the audit log, newest first or oldest first",
            description =
                    "As text it is a line an entry: time at the site, user, sentence. Then `Link` names the next page."
                            + " As a Bundle of AuditEvent where FHIR is accepted.")
    @AuditFilterParameters
    @Parameter(
            name = "order",
            in = ParameterIn.QUERY,
            description = "`asc` is oldest first.",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"desc", "asc"},
                            defaultValue = "desc"))
    @Parameter(
            name = "before",
            in = ParameterIn.QUERY,
            description = "`next` of the page before.",
            schema = @Schema(type = "string", format = "uuid"))
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "The same where the oldest come first.",
            schema = @Schema(type = "string", format = "uuid"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
    @ApiResponse(
            responseCode = "200",
            description = "A page",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = AuditEntryView.Page.class)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = "string"))
            })
    HttpResponse<?> list(HttpRequest<?> request) throws RefusedException {
        ZoneId zone = site.zone();
        AddressIn in = new AddressIn(request.getParameters(), zone);
        Filter filter = in.filter();
        Order order = in.word("order", Order.class);
        boolean oldestFirst = order == Order.asc;
        UUID from = in.id(oldestFirst ? AFTER : BEFORE);
        int limit = (int) in.number("limit", USUAL, MOST);
        in.refuseOthers();
        List<Entry> found =
                oldestFirst ? listing.oldest(filter, from, limit + 1) : listing.newest(filter, from, limit + 1);
        List<Entry> page = found.subList(0, Math.min(limit, found.size()));
        @Nullable UUID next = found.size() > limit ? page.get(limit - 1).id() : null;
        Locale language = Languages.of(request);
        if (Fhir.isAccepted(request)) {
            String following = next == null ? null : following(request, oldestFirst ? AFTER : BEFORE, next);
            String self = request.getUri().toString();
            return Fhir.ok(AuditText.page(page, entry -> Telling.of(entry, language), language, self, following));
        }
        if (!prefersText(request)) {
            return HttpResponse.ok(new AuditEntryView.Page(
                    page.stream()
                            .map(entry -> AuditEntryView.of(entry, zone, language))
                            .toList(),
                    next));
        }
        MutableHttpResponse<String> text = HttpResponse.ok(page.stream()
                        .map(entry -> AuditEntryView.line(entry, zone, language))
                        .collect(Collectors.joining()))
                .contentType(TEXT);
        return next == null ? text : text.header("Link", link(request, oldestFirst ? AFTER : BEFORE, next));
    }

    private static boolean prefersText(HttpRequest<?> request) {
        return request.accept().stream().findFirst().filter(TEXT::matches).isPresent();
    }

    private static String link(HttpRequest<?> request, String name, UUID next) {
        return "<" + following(request, name, next) + ">; rel=\"next\"";
    }

    private static String following(HttpRequest<?> request, String name, UUID next) {
        return UriBuilder.of(request.getUri()).replaceQueryParam(name, next).toString();
    }

    @Get(
            uri = "/export",
            produces = {"text/csv", EvaluationController.NDJSON})
    @Secured({"INVESTIGATOR", "MONITOR", "ADMIN"})
    @Operation(
            summary = "The same as a file, chain by chain and oldest first",
            description =
                    "NDJSON can be checked by itself: `verify FILE.ndjson`. The last column of CSV is a sentence. That it was"
                            + " taken is in the log.")
    @AuditFilterParameters
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"csv", "ndjson"},
                            defaultValue = "csv"))
    @ApiResponse(responseCode = "200", description = "The file")
    HttpResponse<Publisher<byte[]>> export(HttpRequest<?> request, @Parameter(hidden = true) Actor actor)
            throws RefusedException {
        ZoneId zone = site.zone();
        AddressIn in = new AddressIn(request.getParameters(), zone);
        Filter filter = in.filter();
        FileFormat format = in.word("format", FileFormat.class);
        in.refuseOthers();
        Locale language = Languages.of(request);
        FileFormat wanted = format == null ? FileFormat.csv : format;
        Iterable<byte[]> pieces = export.of(filter, wanted.format, actor, zone, entry -> Telling.of(entry, language));
        String name = "audit-" + LocalDate.ofInstant(clock.instant(), zone) + "." + wanted;
        return HttpResponse.<Publisher<byte[]>>ok(Flux.fromIterable(pieces).subscribeOn(Schedulers.boundedElastic()))
                .contentType(wanted.type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    /** As it is written in the address. */
    private enum Order {
        asc,
        desc
    }

    /** As it is written in the address. */
    private enum FileFormat {
        csv(Export.Format.CSV, new MediaType("text/csv; charset=utf-8")),
        ndjson(Export.Format.NDJSON, new MediaType(EvaluationController.NDJSON));

        private final Export.Format format;
        private final MediaType type;

        FileFormat(Export.Format format, MediaType type) {
            this.format = format;
            this.type = type;
        }
    }
}
