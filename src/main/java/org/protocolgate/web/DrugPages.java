package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import org.protocolgate.audit.Actor;
import org.protocolgate.screen.DrugScreen;
import org.protocolgate.screen.DrugScreens;
import org.protocolgate.study.DrugQuestions;

/** What a drug would change for a participant, if it were given. */
@Hidden
@Controller
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Roles.COORDINATOR, Roles.INVESTIGATOR, Roles.MONITOR, Roles.ADMIN})
final class DrugPages {

    private final DrugScreens screens;
    private final EvaluationLog log;
    private final Browser browser;

    DrugPages(DrugScreens screens, EvaluationLog log, Browser browser) {
        this.screens = screens;
        this.log = log;
        this.browser = browser;
    }

    /** What is asked is on record before it is answered. */
    @Get("/participants/{code}/drug")
    HttpResponse<?> ask(String code, Actor actor, HttpRequest<?> request) {
        return browser.attempt(request, actor, () -> {
            DrugScreen screen = screens.of(code, AskedInAddress.of(request), Languages.of(request));
            DrugQuestions.Answered answered = screen.answered();
            if (answered != null) {
                log.addNow(actor, screen.question(), answered.decision());
            }
            HttpStatus status = screen.faults().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
            return browser.page(status, request, actor, screen::in);
        });
    }
}
