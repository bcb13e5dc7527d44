package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;
import org.protocolgate.screen.EnrolScreens;
import org.protocolgate.study.ConflictException;
import org.protocolgate.study.Enrolling;

/** Enrols participants from a form. */
@Hidden
@Controller("/enrol")
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Roles.COORDINATOR, Roles.INVESTIGATOR})
final class EnrolPages {

    private final EnrolScreens screens;
    private final Enrolling enrolling;
    private final Browser browser;

    EnrolPages(EnrolScreens screens, Enrolling enrolling, Browser browser) {
        this.screens = screens;
        this.enrolling = enrolling;
        this.browser = browser;
    }

    @Get
    HttpResponse<?> form(Actor actor, HttpRequest<?> request) {
        return browser.page(request, actor, frame -> screens.empty().in(frame));
    }

    @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> enrol(@Body Map<String, String> form, Actor actor, HttpRequest<?> request) {
        EnrolScreens.Sent sent = screens.sent(form);
        try {
            enrolling.enrol(sent.code(), sent.person(), sent.facts(), actor);
            return HttpResponse.seeOther(URI.create("/participants/" + sent.code() + "?done=recorded#content"));
        } catch (RefusedException e) {
            return again(HttpStatus.BAD_REQUEST, form, sent, e.violations(), actor, request);
        } catch (ConflictException e) {
            List<Violation> taken = List.of(new Violation("/id", String.valueOf(e.getMessage())));
            return again(HttpStatus.CONFLICT, form, sent, taken, actor, request);
        }
    }

    private HttpResponse<?> again(
            HttpStatus status,
            Map<String, String> form,
            EnrolScreens.Sent sent,
            List<Violation> why,
            Actor actor,
            HttpRequest<?> request) {
        return browser.page(
                status,
                request,
                actor,
                frame -> screens.again(form, sent, why, frame.language()).in(frame));
    }
}
