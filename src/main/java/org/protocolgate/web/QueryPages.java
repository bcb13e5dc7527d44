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
import java.util.Optional;
import java.util.UUID;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.query.MessageKind;
import org.protocolgate.query.QueryBook;
import org.protocolgate.screen.QueryList;
import org.protocolgate.screen.QueryScreens;
import org.protocolgate.screen.SentForm;

/** What monitors ask, and what they are answered. */
@Hidden
@Controller("/queries")
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Roles.COORDINATOR, Roles.INVESTIGATOR, Roles.MONITOR, Roles.ADMIN})
final class QueryPages {

    private static final List<String> SUBJECTS = List.of("participant", "fact", "decision", "deviation");

    private final QueryBook queries;
    private final QueryScreens screens;
    private final Site site;
    private final Browser browser;

    QueryPages(QueryBook queries, QueryScreens screens, Site site, Browser browser) {
        this.queries = queries;
        this.screens = screens;
        this.site = site;
        this.browser = browser;
    }

    @Get
    HttpResponse<?> list(Actor actor, HttpRequest<?> request) {
        Optional<HttpResponse<?>> shortened = AskedInAddress.shortened(request);
        if (shortened.isPresent()) {
            return shortened.get();
        }
        Map<String, String> asked = AskedInAddress.of(request);
        asked.remove(QueriesAsked.PAGE);
        try {
            QueriesAsked read = QueriesAsked.of(new AddressIn(request.getParameters(), site.zone()));
            return browser.page(
                    request,
                    actor,
                    frame -> QueryList.of(queries, read.wanted(), asked, read.page())
                            .in(frame));
        } catch (RefusedException e) {
            return browser.page(
                    HttpStatus.BAD_REQUEST,
                    request,
                    actor,
                    frame -> QueryList.faulty(asked, AskedInAddress.faults(e, Languages.of(request)))
                            .in(frame));
        }
    }

    @Get("/new")
    @Secured(Roles.MONITOR)
    HttpResponse<?> asking(Actor actor, HttpRequest<?> request) {
        Map<String, String> asked = AskedInAddress.of(request);
        String about = about(asked);
        return browser.page(
                request,
                actor,
                frame -> screens.asking(about, asked.getOrDefault(about, ""), Map.of(), Map.of(), frame)
                        .in(frame));
    }

    @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(Roles.MONITOR)
    HttpResponse<?> open(@Body Map<String, String> form, Actor actor, HttpRequest<?> request) {
        String about = about(form);
        return browser.attempt(request, actor, () -> {
            try {
                UUID opened = queries.open(SentForm.only(form, about, "text", "due"), actor)
                        .id();
                return HttpResponse.seeOther(URI.create("/queries/" + opened));
            } catch (RefusedException e) {
                return browser.page(
                        HttpStatus.BAD_REQUEST,
                        request,
                        actor,
                        frame -> screens.asking(
                                        about,
                                        form.getOrDefault(about, ""),
                                        form,
                                        AskedInAddress.faults(e, Languages.of(request)),
                                        frame)
                                .in(frame));
            }
        });
    }

    private static String about(Map<String, String> sent) {
        return SUBJECTS.stream().filter(sent::containsKey).findFirst().orElse("participant");
    }

    @Get("/{query}")
    HttpResponse<?> read(UUID query, Actor actor, HttpRequest<?> request) {
        return browser.page(request, actor, frame -> screens.of(query, frame).in(frame));
    }

    @Post(uri = "/{query}/answer", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @Secured({Roles.COORDINATOR, Roles.INVESTIGATOR})
    HttpResponse<?> answer(UUID query, @Body Map<String, String> form, Actor actor, HttpRequest<?> request) {
        return say(query, MessageKind.ANSWERED, form, actor, request);
    }

    @Post(uri = "/{query}/close", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(Roles.MONITOR)
    HttpResponse<?> close(UUID query, @Body Map<String, String> form, Actor actor, HttpRequest<?> request) {
        return say(query, MessageKind.CLOSED, form, actor, request);
    }

    @Post(uri = "/{query}/reopen", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(Roles.MONITOR)
    HttpResponse<?> reopen(UUID query, @Body Map<String, String> form, Actor actor, HttpRequest<?> request) {
        return say(query, MessageKind.REOPENED, form, actor, request);
    }

    private HttpResponse<?> say(
            UUID query, MessageKind kind, Map<String, String> form, Actor actor, HttpRequest<?> request) {
        return browser.attempt(request, actor, () -> {
            queries.say(query, kind, SentForm.message(form), actor);
            return HttpResponse.seeOther(URI.create("/queries/" + query));
        });
    }
}
