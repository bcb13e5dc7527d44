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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;
import org.protocolgate.decision.Verdict;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.SentParticipant;
import org.protocolgate.intake.Violation;
import org.protocolgate.study.ParticipantBook;
import org.protocolgate.study.ParticipantView;

/** Participants, by code. */
@Controller("/api/participants")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"COORDINATOR", "INVESTIGATOR", "MONITOR", "ADMIN"})
final class ParticipantController {

    private static final int LARGEST_PAGE = 500;
    private static final int MOST_DIGITS = 15;

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
            @Nullable @QueryValue Verdict verdict,
            @Nullable @QueryValue BigDecimal level)
            throws RefusedException {
        List<Violation> faults = new ArrayList<>();
        if (!after.isEmpty() && !SentParticipant.isCode(after)) {
            faults.add(new Violation("/after", "a participant's code is needed"));
        }
        if (level != null && !isLevel(level)) {
            faults.add(new Violation("/level", "a dose level such as 3.0e8 is needed"));
        }
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
        int size = Math.max(1, Math.min(limit, LARGEST_PAGE));
        List<ParticipantView.Summary> page = book.list(
                after, verdict == null ? null : verdict.name(), level == null ? null : level.toPlainString(), size);
        return new ParticipantView.Page(
                page, page.size() < size ? null : page.get(size - 1).id());
    }

    /** Such a number can be written out in full. */
    private static boolean isLevel(BigDecimal number) {
        long digits = number.precision() - (long) number.scale();
        return digits <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS && number.signum() >= 0;
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
