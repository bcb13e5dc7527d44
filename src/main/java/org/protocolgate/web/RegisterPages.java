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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.protocolgate.audit.Actor;
import org.protocolgate.deviation.DeviationBook;
import org.protocolgate.deviation.DeviationView;
import org.protocolgate.deviation.Wanted;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.screen.DeviationList;
import org.protocolgate.screen.SentForm;
import org.protocolgate.screen.SweepList;
import org.protocolgate.sweep.SweepBook;

/** What happened although something stood in the way, and the sweeps over all participants. */
@Hidden
@Controller
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Roles.COORDINATOR, Roles.INVESTIGATOR, Roles.MONITOR, Roles.ADMIN})
final class RegisterPages {

    private final DeviationBook deviations;
    private final SweepBook sweeps;
    private final Site site;
    private final Browser browser;

    RegisterPages(DeviationBook deviations, SweepBook sweeps, Site site, Browser browser) {
        this.deviations = deviations;
        this.sweeps = sweeps;
        this.site = site;
        this.browser = browser;
    }

    @Get("/deviations")
    HttpResponse<?> deviations(Actor actor, HttpRequest<?> request) {
        Optional<HttpResponse<?>> shortened = AskedInAddress.shortened(request);
        if (shortened.isPresent()) {
            return shortened.get();
        }
        Map<String, String> asked = AskedInAddress.of(request);
        try {
            AddressIn in = new AddressIn(request.getParameters(), site.zone());
            Wanted wanted = new Wanted(
                    in.text("participant"), in.text("criterion"), in.word("state", DeviationView.State.class));
            UUID before = in.id("before");
            in.refuseOthers();
            return browser.page(
                    request,
                    actor,
                    frame -> DeviationList.of(deviations, wanted, asked, before, frame)
                            .in(frame));
        } catch (RefusedException e) {
            return browser.page(
                    HttpStatus.BAD_REQUEST,
                    request,
                    actor,
                    frame -> DeviationList.faulty(asked, AskedInAddress.faults(e, frame.language()))
                            .in(frame));
        }
    }

    @Post(uri = "/deviations/{deviation}/completion", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @Secured({Roles.COORDINATOR, Roles.INVESTIGATOR})
    HttpResponse<?> complete(UUID deviation, @Body Map<String, String> form, Actor actor, HttpRequest<?> request) {
        return browser.attempt(request, actor, () -> {
            deviations.complete(
                    deviation, SentForm.only(form, "assessment", "action", "reportedTo"), actor, Languages.of(request));
            return HttpResponse.seeOther(URI.create("/deviations#deviation-" + deviation));
        });
    }

    @Get("/sweeps")
    HttpResponse<?> sweeps(Actor actor, HttpRequest<?> request) {
        return browser.page(request, actor, frame -> SweepList.of(sweeps).in(frame));
    }

    @Get("/sweeps/list")
    HttpResponse<?> list(Actor actor, HttpRequest<?> request) {
        return browser.page(request, actor, frame -> SweepList.of(sweeps).partIn(frame));
    }

    @Post(uri = "/sweeps", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @Secured({Roles.COORDINATOR, Roles.INVESTIGATOR})
    HttpResponse<?> sweep(Actor actor) {
        sweeps.start(actor);
        return HttpResponse.seeOther(URI.create("/sweeps"));
    }
}
