package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.exceptions.HttpStatusException;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.Rulebook;

/** The protocols served: their versions, and what each criterion demands. */
@Controller("/api/protocols")
final class ProtocolController {

    private final Rulebook rulebook;

    ProtocolController(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    @Get
    @Operation(summary = "Studies and versions of their protocols")
    List<ProtocolView.Summary> list() {
        return rulebook.versions().stream().map(ProtocolView::summary).toList();
    }

    @Get("/{study}/{version}")
    @Operation(summary = "One version: criteria with titles, statements, numbers, readings and citations")
    ProtocolView read(String study, String version, HttpRequest<?> request) {
        ProtocolVersion found = rulebook.version(study, version)
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "no such study or version"));
        return ProtocolView.of(found, Languages.of(request));
    }
}
