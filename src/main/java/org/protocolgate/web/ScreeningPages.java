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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.screen.FactForms;
import org.protocolgate.screen.ScreeningList;
import org.protocolgate.study.ScreeningLog;

/** The screening and enrolment log. */
@Hidden
@Controller("/screening-log")
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Roles.COORDINATOR, Roles.INVESTIGATOR, Roles.MONITOR, Roles.ADMIN})
final class ScreeningPages {

    private final ScreeningLog log;
    private final FactForms forms;
    private final Site site;
    private final Browser browser;

    ScreeningPages(ScreeningLog log, FactForms forms, Site site, Browser browser) {
        this.log = log;
        this.forms = forms;
        this.site = site;
        this.browser = browser;
    }

    @Get
    HttpResponse<?> list(Actor actor, HttpRequest<?> request) {
        Optional<HttpResponse<?>> shortened = AskedInAddress.shortened(request);
        if (shortened.isPresent()) {
            return shortened.get();
        }
        Map<String, String> typed = AskedInAddress.of(request);
        List<String> levels = forms.levels();
        try {
            AddressIn in = new AddressIn(request.getParameters(), site.zone());
            ScreeningAsked asked = ScreeningAsked.of(in, ScreeningList.USUAL);
            in.refuseOthers();
            return browser.page(
                    request,
                    actor,
                    frame -> new ScreeningList(
                                    typed,
                                    Map.of(),
                                    log.page(asked.wanted(), asked.page(), asked.limit(), frame.language()),
                                    levels)
                            .in(frame));
        } catch (RefusedException e) {
            Map<String, String> faults = AskedInAddress.faults(e, Languages.of(request));
            return browser.page(
                    HttpStatus.BAD_REQUEST,
                    request,
                    actor,
                    frame -> ScreeningList.faulty(typed, faults, levels).in(frame));
        }
    }
}
