package org.protocolgate.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.cors.CrossOrigin;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Map;
import org.protocolgate.asking.ProblemView;
import org.protocolgate.audit.Actor;
import org.protocolgate.cds.CardBook;
import org.protocolgate.cds.CardsView;
import org.protocolgate.cds.CdsClients;
import org.protocolgate.cds.CdsHooks;
import org.protocolgate.cds.ServicesView;
import org.protocolgate.intake.RefusedException;

/** CDS Hooks 2.0, for the systems that are configured; there is no such route where none is. */
@Controller(CdsController.PATH)
@Requires(beans = CdsClients.class)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Roles.CDS_CLIENT)
@CrossOrigin(allowedOrigins = "${protocol-gate.cds.origin:}", allowCredentials = false)
final class CdsController {

    static final String PATH = "/cds-services";

    static final String NEEDS_TOKEN =
            "This needs a JWT of a client that is configured here: its iss, signed with ES384, RS384,"
                    + " ES256 or RS256 by its keys, aud the address called, within its time, its jti not used before.";

    private static final String REQUEST =
            "A request as CDS Hooks 2.0 has it; the patient has to come along as prefetch.";

    private final CdsHooks hooks;
    private final CardBook book;

    CdsController(CdsHooks hooks, CardBook book) {
        this.hooks = hooks;
        this.book = book;
    }

    static boolean isOf(HttpRequest<?> request) {
        return request.getPath().equals(PATH) || request.getPath().startsWith(PATH + "/");
    }

    @Get
    @Operation(summary = "CDS Hooks: the services that there are")
    ServicesView services() {
        return hooks.services();
    }

    @Post(uri = "/{id}", consumes = MediaType.APPLICATION_JSON)
    @Operation(
            summary = "CDS Hooks: ask for the cards of a patient",
            description =
                    "critical is HOLD, warning is INCOMPLETE or doubtful. None where the patient is no participant. What comes "
                            + "along counts for the question only, and only for the worse; it is not stored.")
    @RequestBody(
            required = true,
            description = REQUEST,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = "object")))
    @ApiResponse(
            responseCode = "200",
            description = "The cards",
            content = @Content(schema = @Schema(implementation = CardsView.class)))
    @ApiResponse(
            responseCode = "400",
            description = "Every fault in what was sent, and every resource of another patient",
            content =
                    @Content(mediaType = ProblemView.MEDIA_TYPE, schema = @Schema(implementation = ProblemView.class)))
    @ApiResponse(
            responseCode = "412",
            description = "The patient did not come along; an OperationOutcome",
            content = @Content(mediaType = Fhir.JSON, schema = @Schema(type = "object")))
    CardsView answer(String id, @Body byte[] json, HttpRequest<?> request, @Parameter(hidden = true) Actor actor)
            throws RefusedException {
        return hooks.answer(id, json, actor, Languages.of(request));
    }

    @Post(uri = "/{id}/feedback", consumes = MediaType.APPLICATION_JSON)
    @Operation(
            summary = "CDS Hooks: what became of cards",
            description = "All of them or none. The same outcome of the same card is recorded once.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = "object")))
    @ApiResponse(
            responseCode = "200",
            description = "They are recorded",
            content = @Content(schema = @Schema(type = "object")))
    Map<String, String> feedback(String id, @Body byte[] json, @Parameter(hidden = true) Actor actor)
            throws RefusedException {
        book.feedback(id, json, actor);
        return Map.of();
    }
}
