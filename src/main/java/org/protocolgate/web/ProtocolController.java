package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.protocolgate.protocol.ServedRules;
import org.protocolgate.study.AuthorisationBook;

/** The protocols served: their versions, and what each criterion demands. */
@Controller("/api/protocols")
@Secured({Roles.COORDINATOR, Roles.INVESTIGATOR, Roles.MONITOR, Roles.ADMIN})
final class ProtocolController {

    private final ServedRules rules;
    private final AuthorisationBook authorisations;

    ProtocolController(ServedRules rules, AuthorisationBook authorisations) {
        this.rules = rules;
        this.authorisations = authorisations;
    }

    @Get
    @Operation(summary = "Studies and versions of their protocols")
    List<ProtocolView.Summary> list() {
        return rules.ask(rulebook ->
                rulebook.versions().stream().map(ProtocolView::summary).toList());
    }

    @Get("/{study}/{version}")
    @Operation(summary = "One version: criteria with titles, statements, numbers, readings and citations")
    ProtocolView read(String study, String version, HttpRequest<?> request) {
        return rules.ask(rulebook -> rulebook.version(study, version)
                .map(found -> ProtocolView.of(found, Languages.of(request)))
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "no such study or version")));
    }

    @Post("/reload")
    @Secured(Roles.ADMIN)
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Operation(
            summary = "Read the rule folder anew",
            description =
                    "It is taken over only when it is whole; else the present rules go on being served. An open authorisation"
                            + " that the new rules do not answer with PROCEED becomes void.")
    List<ProtocolView.Summary> reload() {
        rules.reload();
        authorisations.recheck();
        return list();
    }
}
