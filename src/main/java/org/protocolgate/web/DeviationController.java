package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;
import org.protocolgate.deviation.DeviationBook;
import org.protocolgate.deviation.DeviationView;
import org.protocolgate.deviation.Wanted;
import org.protocolgate.intake.RefusedException;

/** What happened although a finding stood. */
@Controller("/api/deviations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"COORDINATOR", "INVESTIGATOR", "MONITOR", "ADMIN"})
final class DeviationController {

    private static final int USUAL = 50;
    private static final int MOST = 500;

    private final DeviationBook book;
    private final Site site;
    private final Clock clock;

    DeviationController(DeviationBook book, Site site, Clock clock) {
        this.book = book;
        this.site = site;
        this.clock = clock;
    }

    @Get
    @Operation(summary = "Deviations, newest first")
    @DeviationParameters
    @Parameter(
            name = "before",
            in = ParameterIn.QUERY,
            description = "`next` of the page before.",
            schema = @Schema(type = "string", format = "uuid"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
    DeviationView.Page list(HttpRequest<?> request) throws RefusedException {
        AddressIn in = new AddressIn(request.getParameters(), site.zone());
        Wanted wanted = wanted(in);
        UUID before = in.id("before");
        int limit = (int) in.number("limit", USUAL, MOST);
        in.refuseOthers();
        List<DeviationView> found = book.newest(wanted, before, limit + 1, Languages.of(request));
        List<DeviationView> page = found.subList(0, Math.min(limit, found.size()));
        @Nullable UUID next = found.size() > limit ? page.get(limit - 1).id() : null;
        return new DeviationView.Page(page, next);
    }

    @Get(uri = "/export", produces = "text/csv")
    @Operation(
            summary = "The same as a CSV file",
            description = "Of several completions the last one is in it. That it was taken is in the audit log.")
    @DeviationParameters
    @ApiResponse(responseCode = "200", description = "The file")
    HttpResponse<byte[]> export(HttpRequest<?> request, @Parameter(hidden = true) Actor actor) throws RefusedException {
        ZoneId zone = site.zone();
        AddressIn in = new AddressIn(request.getParameters(), zone);
        Wanted wanted = wanted(in);
        in.refuseOthers();
        byte[] file = book.export(wanted, actor, zone, Languages.of(request));
        String name = "deviations-" + LocalDate.ofInstant(clock.instant(), zone) + ".csv";
        return HttpResponse.ok(file)
                .contentType(new MediaType("text/csv; charset=utf-8"))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    private static Wanted wanted(AddressIn in) {
        return new Wanted(in.text("participant"), in.text("criterion"), in.word("state", DeviationView.State.class));
    }

    @Get("/{deviation}")
    @Operation(summary = "A deviation, with all that was said of it")
    DeviationView read(UUID deviation, HttpRequest<?> request) {
        return book.read(deviation, Languages.of(request));
    }

    @Post(uri = "/{deviation}/completion", consumes = MediaType.APPLICATION_JSON)
    @Secured({"COORDINATOR", "INVESTIGATOR"})
    @Operation(
            summary = "Complete a deviation, or complete it anew",
            description = "{assessment, action, reportedTo?}. What was said before stays; the last one counts.")
    HttpResponse<DeviationView> complete(
            UUID deviation, @Body byte[] json, @Parameter(hidden = true) Actor actor, HttpRequest<?> request)
            throws RefusedException {
        return HttpResponse.created(book.complete(deviation, json, actor, Languages.of(request)));
    }
}
