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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.review.ChangeBook;
import org.protocolgate.review.ChangeView;
import org.protocolgate.review.LateBook;
import org.protocolgate.review.LateView;
import org.protocolgate.review.ReviewFiles;

/** What was recorded late, and what changed after an answer had been PROCEED. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"COORDINATOR", "INVESTIGATOR", "MONITOR", "ADMIN"})
final class LateController {

    private static final String CSV = "text/csv";

    private final LateBook late;
    private final ChangeBook changes;
    private final ReviewFiles files;
    private final Site site;
    private final Clock clock;

    LateController(LateBook late, ChangeBook changes, ReviewFiles files, Site site, Clock clock) {
        this.late = late;
        this.changes = changes;
        this.files = files;
        this.site = site;
        this.clock = clock;
    }

    @Get("/late-entries")
    @Operation(summary = "Facts that were recorded well after they happened, the latest first")
    @LateParameters
    @PageParameters
    LateView.Page late(HttpRequest<?> request) throws RefusedException {
        LateAsked asked = LateAsked.of(in(request));
        int limit = asked.limit();
        List<LateView> found = late.list(asked.wanted(), limit + 1, (long) limit * (asked.page() - 1));
        return new LateView.Page(
                found.subList(0, Math.min(limit, found.size())), found.size() > limit ? asked.page() + 1 : null);
    }

    @Get(uri = "/late-entries/export", produces = CSV)
    @Operation(summary = "The same as a CSV file", description = "That it was taken is in the audit log.")
    @LateParameters
    @ApiResponse(responseCode = "200", description = "The file")
    HttpResponse<byte[]> takeLate(HttpRequest<?> request, @Parameter(hidden = true) Actor actor)
            throws RefusedException {
        return file("late-entries", files.late(LateAsked.of(in(request)).wanted(), actor));
    }

    @Get("/changes-after-proceed")
    @Operation(summary = "Facts that were recorded, corrected or withdrawn after an answer PROCEED that they concern")
    @Parameter(name = "participant", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @PageParameters
    ChangeView.Page changes(HttpRequest<?> request) throws RefusedException {
        ChangesAsked asked = ChangesAsked.of(in(request));
        int limit = asked.limit();
        List<ChangeView> found = changes.list(asked.participant(), limit + 1, (long) limit * (asked.page() - 1));
        return new ChangeView.Page(
                found.subList(0, Math.min(limit, found.size())), found.size() > limit ? asked.page() + 1 : null);
    }

    @Get(uri = "/changes-after-proceed/export", produces = CSV)
    @Operation(summary = "The same as a CSV file", description = "That it was taken is in the audit log.")
    @Parameter(name = "participant", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "200", description = "The file")
    HttpResponse<byte[]> takeChanges(HttpRequest<?> request, @Parameter(hidden = true) Actor actor)
            throws RefusedException {
        @Nullable String participant = ChangesAsked.of(in(request)).participant();
        return file("changes-after-proceed", files.changes(participant, actor));
    }

    private AddressIn in(HttpRequest<?> request) {
        return new AddressIn(request.getParameters(), site.zone());
    }

    private HttpResponse<byte[]> file(String name, byte[] content) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), site.zone());
        return HttpResponse.ok(content)
                .contentType(new MediaType("text/csv; charset=utf-8"))
                .header("Content-Disposition", "attachment; filename=\"" + name + "-" + today + ".csv\"");
    }
}
