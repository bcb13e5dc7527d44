package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.audit.Actor;
import org.protocolgate.fhirout.GuidanceText;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.study.AcknowledgementBook;
import org.protocolgate.study.AcknowledgementView;
import org.protocolgate.study.DecisionBook;
import org.protocolgate.study.HistoryView;
import org.protocolgate.study.Replay;
import org.protocolgate.study.ReplayView;

/** Decisions from what is kept of a participant. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"COORDINATOR", "INVESTIGATOR", "MONITOR", "ADMIN"})
final class DecisionController {

    private static final int LARGEST_PAGE = 500;

    private final DecisionBook book;
    private final Replay replay;
    private final AcknowledgementBook acknowledgements;

    DecisionController(DecisionBook book, Replay replay, AcknowledgementBook acknowledgements) {
        this.book = book;
        this.replay = replay;
        this.acknowledgements = acknowledgements;
    }

    @Post(uri = "/participants/{id}/decisions", consumes = MediaType.APPLICATION_JSON)
    @Secured({"COORDINATOR", "INVESTIGATOR"})
    @Operation(summary = "May this participant pass this gate on this day, by what is kept of it?")
    @ApiResponse(
            responseCode = "201",
            description = "The decision, as it is kept",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    HttpResponse<String> decide(String id, @Body byte[] json, Actor actor, HttpRequest<?> request)
            throws RefusedException {
        DecisionBook.Recorded recorded = book.decide(id, json, actor, Languages.of(request));
        return HttpResponse.created(recorded.answer(), URI.create("/api/decisions/" + recorded.id()))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    @Get("/participants/{id}/decisions")
    @Operation(summary = "The decisions about a participant, newest first")
    List<HistoryView> history(
            String id,
            @QueryValue(defaultValue = "9223372036854775807") long before,
            @QueryValue(defaultValue = "50") int limit) {
        return book.history(id, before, Math.max(1, Math.min(limit, LARGEST_PAGE)));
    }

    @Get(
            uri = "/decisions/{decision}",
            produces = {MediaType.APPLICATION_JSON, Fhir.JSON})
    @Operation(
            summary = "A decision as it was answered",
            description =
                    "As a GuidanceResponse where FHIR is accepted: each criterion that does not pass is a DetectedIssue.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DecisionView.class)))
    HttpResponse<String> read(UUID decision, HttpRequest<?> request) {
        Locale language = Languages.of(request);
        String answer = book.read(decision, language);
        return Fhir.isAccepted(request)
                ? Fhir.ok(GuidanceText.of(answer, language))
                : HttpResponse.ok(answer).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    @Post(uri = "/decisions/{decision}/acknowledgement", consumes = MediaType.APPLICATION_JSON)
    @Secured({"COORDINATOR", "INVESTIGATOR"})
    @Operation(
            summary = "Say that what stands against a decision was seen",
            description = "{comment}. The verdict stays as it is: nothing is waived.")
    HttpResponse<AcknowledgementView> acknowledge(UUID decision, @Body byte[] json, Actor actor)
            throws RefusedException {
        return HttpResponse.created(acknowledgements.acknowledge(decision, json, actor));
    }

    @Get("/decisions/{decision}/acknowledgements")
    @Operation(summary = "Who has seen what stands against a decision, the oldest first")
    List<AcknowledgementView> acknowledgements(UUID decision) {
        return acknowledgements.ofDecision(decision);
    }

    @Get("/decisions/{decision}/replay")
    @Operation(summary = "The same decision made once more, from what was known then under the rules of then")
    ReplayView replay(UUID decision, Actor actor) {
        return replay.of(decision, actor);
    }
}
