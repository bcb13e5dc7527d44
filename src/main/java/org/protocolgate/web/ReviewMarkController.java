package org.protocolgate.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.review.MarkBook;
import org.protocolgate.review.MarkView;

/** That decisions and fired rules were reviewed. */
@Controller("/api/review-marks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"COORDINATOR", "INVESTIGATOR", "MONITOR", "ADMIN"})
final class ReviewMarkController {

    private final MarkBook marks;
    private final SentSignature signatures;

    ReviewMarkController(MarkBook marks, SentSignature signatures) {
        this.marks = marks;
        this.signatures = signatures;
    }

    @Get
    @Operation(summary = "The review marks of a decision and of the rules that fired for it, the oldest first")
    List<MarkView> list(@QueryValue UUID decision) {
        return marks.ofDecision(decision);
    }

    @Post(consumes = MediaType.APPLICATION_JSON)
    @Secured("MONITOR")
    @Operation(
            summary = "Mark a decision or a rule that fired as reviewed, signed",
            description = "{entry, hash, comment?}: the entry of the audit log that was looked at, and its hash.")
    HttpResponse<MarkView> mark(
            @Body byte[] json, @Nullable @Header("X-Signature") String signature, @Parameter(hidden = true) Actor actor)
            throws RefusedException {
        return HttpResponse.created(marks.mark(json, actor, signatures.of(signature, actor)));
    }

    @Post(uri = "/{mark}/withdrawal", consumes = MediaType.APPLICATION_JSON)
    @Secured("MONITOR")
    @Operation(
            summary = "Take a review mark back, with a reason",
            description = "{reason}. What was marked stays in history.")
    HttpResponse<MarkView> withdraw(UUID mark, @Body byte[] json, @Parameter(hidden = true) Actor actor)
            throws RefusedException {
        return HttpResponse.created(marks.withdraw(mark, json, actor));
    }
}
