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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.study.DoseDecisionView;
import org.protocolgate.study.LevelBook;
import org.protocolgate.study.LevelView;

/** Dose levels. */
@Controller("/api/levels")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"COORDINATOR", "INVESTIGATOR", "MONITOR", "ADMIN"})
final class LevelController {

    private final LevelBook levels;
    private final SentSignature signatures;

    LevelController(LevelBook levels, SentSignature signatures) {
        this.levels = levels;
        this.signatures = signatures;
    }

    @Get
    @Operation(summary = "The dose levels, the lowest first")
    List<LevelView> list(HttpRequest<?> request) {
        return levels.list(Languages.of(request));
    }

    @Get("/{level:[^/]+}")
    @Operation(summary = "A dose level: sentinel, DLT windows, counts, advice, and from when somebody could be infused")
    LevelView read(String level, HttpRequest<?> request) {
        return levels.read(inPath(level), Languages.of(request));
    }

    @Post(uri = "/{level:[^/]+}/decisions", consumes = MediaType.APPLICATION_JSON)
    @Secured("INVESTIGATOR")
    @Operation(
            summary = "Record a decision of investigators and sponsor on a dose level, signed",
            description =
                    "{kind, level, reason}: the level in the address is the one judged, that in the body the one opened, closed or"
                            + " gone on with. What speaks against it comes back as warnings and stays in the audit log.")
    HttpResponse<DoseDecisionView> decide(
            String level, @Body byte[] json, @Nullable @Header("X-Signature") String signature, Actor actor)
            throws RefusedException {
        return HttpResponse.created(levels.decide(inPath(level), json, actor, signatures.of(signature, actor)));
    }

    /** A plus sign in a path is read as a blank; no level has a blank in its name. */
    static String inPath(String level) {
        return level.replace(' ', '+');
    }
}
