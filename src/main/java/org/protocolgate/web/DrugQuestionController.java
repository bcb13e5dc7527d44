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
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.protocolgate.asking.ProblemView;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.study.DrugEffectView;
import org.protocolgate.study.DrugQuestions;

/** What a drug that somebody thinks of giving would change; nothing of it is stored but that and by whom it was asked. */
@Controller("/api/participants/{id}/what-if")
@Secured({"COORDINATOR", "INVESTIGATOR", "MONITOR", "ADMIN"})
final class DrugQuestionController {

    private static final String QUESTION = """
            {"drug": {"name": "baricitinib", "start": "2026-03-02", "end": "2026-03-05"}, "on": "2026-03-10"}""";

    private final DrugQuestions questions;
    private final EvaluationLog log;

    DrugQuestionController(DrugQuestions questions, EvaluationLog log) {
        this.questions = questions;
        this.log = log;
    }

    @Post(uri = "/drug", consumes = MediaType.APPLICATION_JSON, produces = MediaType.APPLICATION_JSON)
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Operation(
            summary = "If this drug is given, which criteria fall, and when could the infusion be?",
            description =
                    "{drug, gate?, on?}: the drug with the keys of a fact, by name or code, from start (until end, or "
                            + "ongoing). Asked is the infusion on its planned day, or the follow-up once the infusion is done, "
                            + "unless gate and on say otherwise. A drug that is not known is UNKNOWN, never without effect.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = "object"),
                            examples = @ExampleObject(QUESTION)))
    @ApiResponse(
            responseCode = "200",
            description = "What it would change",
            content = @Content(schema = @Schema(implementation = DrugEffectView.class)))
    @ApiResponse(
            responseCode = "400",
            description = "Every fault in what was sent",
            content =
                    @Content(mediaType = ProblemView.MEDIA_TYPE, schema = @Schema(implementation = ProblemView.class)))
    DrugEffectView ask(String id, @Body byte[] json, HttpRequest<?> request, @Parameter(hidden = true) Actor actor)
            throws RefusedException {
        DrugQuestions.Answered answered = questions.ask(id, json, Languages.of(request));
        log.addNow(actor, json, answered.decision());
        return answered.view();
    }
}
