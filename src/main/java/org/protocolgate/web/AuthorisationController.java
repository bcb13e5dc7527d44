package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.study.AuthorisationBook;
import org.protocolgate.study.AuthorisationView;

/** Permissions to infuse. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"COORDINATOR", "INVESTIGATOR", "MONITOR", "ADMIN"})
final class AuthorisationController {

    private final AuthorisationBook book;
    private final SentSignature signatures;

    AuthorisationController(AuthorisationBook book, SentSignature signatures) {
        this.book = book;
        this.signatures = signatures;
    }

    @Post(uri = "/decisions/{decision}/authorisation", consumes = MediaType.APPLICATION_JSON)
    @Secured("INVESTIGATOR")
    @Operation(
            summary = "Authorise the infusion that a decision of today permits, signed",
            description = "{participant, on, level}: what is signed has to be what the decision is about.")
    HttpResponse<AuthorisationView> authorise(
            UUID decision,
            @Body byte[] json,
            @Nullable @Header("X-Signature") String signature,
            Actor actor,
            HttpRequest<?> request)
            throws RefusedException {
        AuthorisationView given =
                book.authorise(decision, json, actor, signatures.of(signature, actor), Languages.of(request));
        return HttpResponse.created(given, URI.create("/api/authorisations/" + given.id()));
    }

    @Get("/authorisations/{authorisation}")
    @Operation(summary = "An authorisation, and what became of it")
    AuthorisationView read(UUID authorisation) {
        return book.read(authorisation);
    }

    @Get("/participants/{id}/authorisations")
    @Operation(summary = "The authorisations of a participant, the oldest first")
    List<AuthorisationView> ofParticipant(String id) {
        return book.ofParticipant(id);
    }

    @Post(uri = "/authorisations/{authorisation}/revocation", consumes = MediaType.APPLICATION_JSON)
    @Secured({"COORDINATOR", "INVESTIGATOR"})
    @Operation(summary = "Take an authorisation back, with a reason")
    HttpResponse<AuthorisationView> revoke(UUID authorisation, @Body byte[] json, Actor actor) throws RefusedException {
        return HttpResponse.created(book.revoke(authorisation, json, actor));
    }
}
