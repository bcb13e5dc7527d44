package org.protocolgate.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.study.ParticipantBook;
import org.protocolgate.study.ParticipantView;

/** Participants, by code. */
@Controller("/api/participants")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"COORDINATOR", "INVESTIGATOR", "MONITOR", "ADMIN"})
final class ParticipantController {

    private static final int LARGEST_PAGE = 500;

    private final ParticipantBook book;

    ParticipantController(ParticipantBook book) {
        this.book = book;
    }

    @Put("/{id}")
    @Secured({"COORDINATOR", "INVESTIGATOR"})
    @Operation(
            summary = "Enrol a participant, or change its attributes",
            description = "The keys are those of a dossier's participant. A change needs a reason beside them.")
    HttpResponse<ParticipantView> put(String id, @Body byte[] json, Actor actor) throws RefusedException {
        boolean enrolled = book.put(id, json, actor);
        ParticipantView view = book.read(id);
        return enrolled ? HttpResponse.created(view) : HttpResponse.ok(view);
    }

    @Get
    @Operation(summary = "Participants by code, with the last decision on each")
    ParticipantView.Page list(
            @QueryValue(defaultValue = "") String after,
            @QueryValue(defaultValue = "100") int limit,
            @Nullable @QueryValue String verdict,
            @Nullable @QueryValue String level)
            throws RefusedException {
        int size = Math.max(1, Math.min(limit, LARGEST_PAGE));
        List<ParticipantView.Summary> page = book.list(after, verdict, level, size);
        return new ParticipantView.Page(
                page, page.size() < size ? null : page.get(size - 1).id());
    }

    @Get("/{id}")
    @Operation(summary = "One participant")
    ParticipantView read(String id) {
        return book.read(id);
    }

    @Post("/{id}/voiding")
    @Secured({"COORDINATOR", "INVESTIGATOR"})
    @Operation(summary = "Say that a participant was enrolled under a wrong code; nothing is deleted")
    ParticipantView voidCode(String id, @Body byte[] json, Actor actor) throws RefusedException {
        book.voidCode(id, json, actor);
        return book.read(id);
    }
}
