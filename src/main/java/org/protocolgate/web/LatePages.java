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
import java.util.Map;
import java.util.Optional;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.screen.ChangeList;
import org.protocolgate.screen.LateList;
import org.protocolgate.screen.LateLists;

/** What was recorded late, and what changed after an answer had been PROCEED. */
@Hidden
@Controller
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Roles.COORDINATOR, Roles.INVESTIGATOR, Roles.MONITOR, Roles.ADMIN})
final class LatePages {

    private final LateLists lists;
    private final Site site;
    private final Browser browser;

    LatePages(LateLists lists, Site site, Browser browser) {
        this.lists = lists;
        this.site = site;
        this.browser = browser;
    }

    @Get("/late")
    HttpResponse<?> late(Actor actor, HttpRequest<?> request) {
        Optional<HttpResponse<?>> shortened = AskedInAddress.shortened(request);
        if (shortened.isPresent()) {
            return shortened.get();
        }
        Map<String, String> asked = asked(request);
        try {
            LateAsked read = LateAsked.of(new AddressIn(request.getParameters(), site.zone()));
            return browser.page(
                    request,
                    actor,
                    frame ->
                            lists.late(read.wanted(), asked, read.page(), frame).in(frame));
        } catch (RefusedException e) {
            return browser.page(
                    HttpStatus.BAD_REQUEST,
                    request,
                    actor,
                    frame -> LateList.faulty(asked, AskedInAddress.faults(e, Languages.of(request)))
                            .in(frame));
        }
    }

    @Get("/changes")
    HttpResponse<?> changes(Actor actor, HttpRequest<?> request) {
        Optional<HttpResponse<?>> shortened = AskedInAddress.shortened(request);
        if (shortened.isPresent()) {
            return shortened.get();
        }
        Map<String, String> asked = asked(request);
        try {
            ChangesAsked read = ChangesAsked.of(new AddressIn(request.getParameters(), site.zone()));
            return browser.page(
                    request,
                    actor,
                    frame -> lists.changes(read.participant(), asked, read.page(), frame)
                            .in(frame));
        } catch (RefusedException e) {
            return browser.page(
                    HttpStatus.BAD_REQUEST,
                    request,
                    actor,
                    frame -> ChangeList.faulty(asked, AskedInAddress.faults(e, Languages.of(request)))
                            .in(frame));
        }
    }

    private static Map<String, String> asked(HttpRequest<?> request) {
        Map<String, String> asked = AskedInAddress.of(request);
        asked.remove(LateAsked.PAGE);
        return asked;
    }
}
