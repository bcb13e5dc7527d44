package org.protocolgate.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.protocolgate.audit.Actor;
import org.protocolgate.sweep.SweepBook;
import org.protocolgate.sweep.SweepView;

/** Sweeps over all participants. */
@Controller("/api/sweeps")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"COORDINATOR", "INVESTIGATOR", "MONITOR", "ADMIN"})
final class SweepController {

    private static final int LARGEST_PAGE = 200;

    private final SweepBook book;

    SweepController(SweepBook book) {
        this.book = book;
    }

    @Post
    @Secured({"COORDINATOR", "INVESTIGATOR"})
    @Operation(summary = "Start a sweep now")
    HttpResponse<SweepView> start(Actor actor) {
        SweepView started = book.start(actor);
        return HttpResponse.created(started, URI.create("/api/sweeps/" + started.id()));
    }

    @Get
    @Operation(summary = "The sweeps, newest first")
    List<SweepView> list(@QueryValue(defaultValue = "20") int limit) {
        return book.list(Math.max(1, Math.min(limit, LARGEST_PAGE)));
    }

    @Get("/{sweep}")
    @Operation(summary = "Progress and outcome of a sweep")
    SweepView read(UUID sweep) {
        return book.read(sweep);
    }
}
