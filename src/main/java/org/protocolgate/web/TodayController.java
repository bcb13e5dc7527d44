package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.protocolgate.alert.AlertBook;
import org.protocolgate.audit.Actor;
import org.protocolgate.screen.AlertList;
import org.protocolgate.screen.SentForm;
import org.protocolgate.screen.TodayScreen;

/** What presses: the participants by what comes next, and the alerts. */
@Hidden
@Controller
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Roles.COORDINATOR, Roles.INVESTIGATOR, Roles.MONITOR, Roles.ADMIN})
final class TodayController {

    private static final URI ALERTS = URI.create("/alerts");

    private final TodayScreen today;
    private final AlertBook alerts;
    private final Browser browser;

    TodayController(TodayScreen today, AlertBook alerts, Browser browser) {
        this.today = today;
        this.alerts = alerts;
        this.browser = browser;
    }

    @Get("/today")
    HttpResponse<?> today(@QueryValue(defaultValue = "1") int page, Actor actor, HttpRequest<?> request) {
        return browser.page(
                request, actor, frame -> today.page(page, frame.language()).in(frame));
    }

    @Get("/today/alerts")
    HttpResponse<?> pressing(Actor actor, HttpRequest<?> request) {
        return browser.page(
                request,
                actor,
                frame -> AlertList.pressing(alerts, frame.language()).partIn(frame, false));
    }

    @Get("/alerts")
    HttpResponse<?> alerts(@QueryValue(defaultValue = "1") int page, Actor actor, HttpRequest<?> request) {
        return browser.page(
                request,
                actor,
                frame -> AlertList.all(alerts, page, frame.language()).in(frame));
    }

    @Get("/alerts/list")
    HttpResponse<?> list(@QueryValue(defaultValue = "1") int page, Actor actor, HttpRequest<?> request) {
        return browser.page(
                request,
                actor,
                frame -> AlertList.all(alerts, page, frame.language()).partIn(frame, true));
    }

    @Post(uri = "/alerts/{alert}/acknowledgement", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @Secured({Roles.COORDINATOR, Roles.INVESTIGATOR})
    HttpResponse<?> acknowledge(UUID alert, @Body Map<String, String> form, Actor actor, HttpRequest<?> request) {
        return browser.attempt(request, actor, () -> {
            alerts.acknowledge(alert, SentForm.only(form, "comment"), actor, Languages.of(request));
            return HttpResponse.seeOther(ALERTS);
        });
    }

    @Post(uri = "/alerts/{alert}/snooze", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @Secured({Roles.COORDINATOR, Roles.INVESTIGATOR})
    HttpResponse<?> snooze(UUID alert, @Body Map<String, String> form, Actor actor, HttpRequest<?> request) {
        return browser.attempt(request, actor, () -> {
            alerts.snooze(alert, SentForm.only(form, "until"), actor, Languages.of(request));
            return HttpResponse.seeOther(ALERTS);
        });
    }
}
