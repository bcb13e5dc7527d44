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
import org.protocolgate.screen.WashoutScreen;
import org.protocolgate.screen.WashoutScreens;

/** From when on a drug stands in nobody's way. */
@Hidden
@Controller
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Roles.COORDINATOR, Roles.INVESTIGATOR, Roles.MONITOR, Roles.ADMIN})
final class WashoutPages {

    private final WashoutScreens screens;
    private final EvaluationLog log;
    private final Browser browser;

    WashoutPages(WashoutScreens screens, EvaluationLog log, Browser browser) {
        this.screens = screens;
        this.log = log;
        this.browser = browser;
    }

    /** What is asked of the rules is on record before it is answered, as for any other evaluation. */
    @Get("/washout")
    HttpResponse<?> washout(Actor actor, HttpRequest<?> request) {
        WashoutScreen screen = screens.of(AskedInAddress.of(request), Languages.of(request));
        WashoutScreen.Asked asked = screen.asked();
        if (asked != null) {
            log.addNow(actor, asked.question(), asked.answer());
        }
        HttpStatus status = screen.faults().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
        return browser.page(status, request, actor, screen::in);
    }
}
