package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.Filter;
import org.protocolgate.audit.Verified;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.screen.AuditLists;
import org.protocolgate.screen.ReviewScreens;
import org.protocolgate.study.Replay;
import org.protocolgate.study.ReplayView;

/** The audit log to look through, and each decision in it opened up. */
@Hidden
@Controller
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Roles.COORDINATOR, Roles.INVESTIGATOR, Roles.MONITOR, Roles.ADMIN})
final class ReviewPages {

    private final AuditLists lists;
    private final ReviewScreens reviews;
    private final Verifying verifying;
    private final Replay replay;
    private final Site site;
    private final Browser browser;

    ReviewPages(
            AuditLists lists, ReviewScreens reviews, Verifying verifying, Replay replay, Site site, Browser browser) {
        this.lists = lists;
        this.reviews = reviews;
        this.verifying = verifying;
        this.replay = replay;
        this.site = site;
        this.browser = browser;
    }

    @Get("/audit")
    HttpResponse<?> audit(Actor actor, HttpRequest<?> request) {
        Optional<HttpResponse<?>> shortened = AskedInAddress.shortened(request);
        if (shortened.isPresent()) {
            return shortened.get();
        }
        Map<String, String> asked = AskedInAddress.of(request);
        try {
            AddressIn in = new AddressIn(request.getParameters(), site.zone());
            Filter filter = in.filter();
            UUID before = in.id("before");
            in.refuseOthers();
            return browser.page(
                    request,
                    actor,
                    frame -> lists.of(filter, asked, before, null, frame).in(frame));
        } catch (RefusedException e) {
            return browser.page(
                    HttpStatus.BAD_REQUEST,
                    request,
                    actor,
                    frame -> lists.faulty(asked, AskedInAddress.faults(e, frame.language()), frame)
                            .in(frame));
        }
    }

    /** Goes through the whole log. */
    @Post(uri = "/audit/verification", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @Secured({Roles.INVESTIGATOR, Roles.MONITOR, Roles.ADMIN})
    HttpResponse<?> verify(Actor actor, HttpRequest<?> request) {
        Verified verified = verifying.verify(actor);
        return browser.page(
                request,
                actor,
                frame -> lists.of(Filter.NONE, Map.of(), null, verified, frame).in(frame));
    }

    /** One entry; it can be marked as reviewed where it tells of a decision or a rule that fired. */
    @Get("/audit/entries/{entry}")
    HttpResponse<?> entry(UUID entry, Actor actor, HttpRequest<?> request) {
        return browser.page(
                request, actor, frame -> lists.one(entry, frame.language()).in(frame));
    }

    @Get("/decisions/{decision}")
    HttpResponse<?> review(UUID decision, Actor actor, HttpRequest<?> request) {
        return browser.page(
                request,
                actor,
                frame -> reviews.of(decision, null, frame.language()).in(frame));
    }

    /** Makes the decision once more. */
    @Post(uri = "/decisions/{decision}/replay", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> replay(UUID decision, Actor actor, HttpRequest<?> request) {
        return browser.page(request, actor, frame -> {
            ReplayView again = replay.of(decision, actor, frame.language());
            return reviews.of(decision, again, frame.language()).in(frame);
        });
    }
}
