package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import org.protocolgate.audit.Actor;
import org.protocolgate.screen.LevelsScreen;
import org.protocolgate.screen.SentForm;
import org.protocolgate.study.LevelBook;

/** The board of dose levels, and the decisions that are recorded on it. */
@Hidden
@Controller("/levels")
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Roles.COORDINATOR, Roles.INVESTIGATOR, Roles.MONITOR, Roles.ADMIN})
final class LevelPages {

    private final LevelsScreen screen;
    private final LevelBook levels;
    private final FormSignature signatures;
    private final Browser browser;

    LevelPages(LevelsScreen screen, LevelBook levels, FormSignature signatures, Browser browser) {
        this.screen = screen;
        this.levels = levels;
        this.signatures = signatures;
        this.browser = browser;
    }

    @Get
    HttpResponse<?> board(Actor actor, HttpRequest<?> request) {
        return browser.page(
                request, actor, frame -> screen.page(frame.language()).in(frame));
    }

    @Post(uri = "/{level:[^/]+}/decisions", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(Roles.INVESTIGATOR)
    HttpResponse<?> decide(
            String level, @Body Map<String, String> form, Actor actor, Authentication who, HttpRequest<?> request) {
        return browser.attempt(request, actor, () -> {
            byte[] signed = SentForm.only(form, "kind", "level", "reason");
            levels.decide(
                    LevelController.inPath(level),
                    signed,
                    actor,
                    signatures.under(signed, form, "I record this decision.", actor, who));
            return HttpResponse.seeOther(URI.create("/levels"));
        });
    }
}
