package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.concurrent.CompletionException;
import org.protocolgate.asking.Answering;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.asking.ProblemView;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.reactivestreams.Publisher;

/** Questions sent together with the dossier; nothing of the participant is stored but that and by whom it was asked. */
@Controller("/api/evaluations")
@Secured({Roles.COORDINATOR, Roles.INVESTIGATOR, Roles.MONITOR, Roles.ADMIN})
final class EvaluationController {

    static final String NDJSON = "application/x-ndjson";

    private final Answering answering;
    private final Batch batch;
    private final EvaluationLog log;

    EvaluationController(Answering answering, Batch batch, EvaluationLog log) {
        this.answering = answering;
        this.batch = batch;
        this.log = log;
    }

    @Post(consumes = MediaType.APPLICATION_JSON, produces = MediaType.APPLICATION_JSON)
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Operation(summary = "May this participant pass this gate on this day?")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Asked.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The decision",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    @ApiResponse(
            responseCode = "400",
            description = "Every fault in what was sent",
            content =
                    @Content(mediaType = ProblemView.MEDIA_TYPE, schema = @Schema(implementation = ProblemView.class)))
    @ApiResponse(
            responseCode = "503",
            description = "It could not be recorded that this was asked, and is not answered for that",
            content =
                    @Content(mediaType = ProblemView.MEDIA_TYPE, schema = @Schema(implementation = ProblemView.class)))
    DecisionView evaluate(@Body byte[] json, HttpRequest<?> request, @Parameter(hidden = true) Actor actor)
            throws RefusedException {
        DecisionView answer = answering.answer(json, Languages.of(request));
        try {
            log.add(actor, json, answer).join();
        } catch (CompletionException e) {
            throw new UnrecordedException(e);
        }
        return answer;
    }

    @Post(uri = "/batch", consumes = NDJSON, produces = NDJSON)
    @Operation(
            summary = "The same for many: one question a line, one answer a line, in the same order",
            description =
                    "A line that cannot be read gives a problem line, and the rest goes on. Empty lines give none.")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = NDJSON, schema = @Schema(type = "string", description = "A question a line.")))
    @ApiResponse(
            responseCode = "200",
            description = "A decision or a problem a line",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = "string")))
    Publisher<byte[]> batch(
            @Body Publisher<byte[]> body, HttpRequest<?> request, @Parameter(hidden = true) Actor actor) {
        return batch.answer(body, Languages.of(request), actor);
    }
}
