package org.protocolgate.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.SentQuestion;
import org.protocolgate.screen.ParticipantScreen;
import org.protocolgate.screen.ParticipantScreens;
import org.protocolgate.screen.SentForm;
import org.protocolgate.study.AcknowledgementBook;
import org.protocolgate.study.AuthorisationBook;
import org.protocolgate.study.AuthorisationView;
import org.protocolgate.study.DecisionBook;

/** What is known of a participant and answered about it, and what can be asked. */
@Hidden
@Controller
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Roles.COORDINATOR, Roles.INVESTIGATOR, Roles.MONITOR, Roles.ADMIN})
final class ParticipantPages {

    private final ParticipantScreens screens;
    private final DecisionBook decisions;
    private final AcknowledgementBook acknowledgements;
    private final AuthorisationBook authorisations;
    private final FormSignature signatures;
    private final EvaluationLog log;
    private final Site site;
    private final Browser browser;

    ParticipantPages(
            ParticipantScreens screens,
            DecisionBook decisions,
            AcknowledgementBook acknowledgements,
            AuthorisationBook authorisations,
            FormSignature signatures,
            EvaluationLog log,
            Site site,
            Browser browser) {
        this.screens = screens;
        this.decisions = decisions;
        this.acknowledgements = acknowledgements;
        this.authorisations = authorisations;
        this.signatures = signatures;
        this.log = log;
        this.site = site;
        this.browser = browser;
    }

    /**
     * The page. With a gate and a day it answers "what if", of which nothing is kept but who asked what, and the verdict.
     *
     * @param done what was done just before, for a word about it
     */
    @Get("/participants/{code}")
    HttpResponse<?> read(
            String code,
            @Nullable @QueryValue String gate,
            @Nullable @QueryValue String on,
            @Nullable @QueryValue UUID decision,
            @Nullable @QueryValue String done,
            Actor actor,
            HttpRequest<?> request) {
        return browser.attempt(request, actor, () -> {
            SentQuestion question = gate == null || on == null ? null : question(gate, on);
            ParticipantScreens.Wanted wanted =
                    new ParticipantScreens.Wanted(question, decision, "recorded".equals(done) ? done : null);
            return browser.page(HttpStatus.OK, request, actor, frame -> {
                ParticipantScreen screen = screens.of(code, wanted, frame);
                DecisionView hypothetical = screen.hypothetical();
                if (hypothetical != null) {
                    log.addNow(actor, body(gate, on), hypothetical);
                }
                return screen.in(frame);
            });
        });
    }

    @Post(uri = "/participants/{code}/decisions", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @Secured({Roles.COORDINATOR, Roles.INVESTIGATOR})
    HttpResponse<?> ask(String code, @Body Map<String, String> form, Actor actor, HttpRequest<?> request) {
        return browser.attempt(request, actor, () -> {
            byte[] question = SentForm.only(form, "gate", "on");
            UUID decision = decisions
                    .decide(code, question, actor, Languages.of(request))
                    .id();
            return HttpResponse.seeOther(URI.create("/participants/" + code + "?decision=" + decision));
        });
    }

    @Post(
            uri = "/participants/{code}/decisions/{decision}/acknowledgement",
            consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @Secured({Roles.COORDINATOR, Roles.INVESTIGATOR})
    HttpResponse<?> acknowledge(
            String code, UUID decision, @Body Map<String, String> form, Actor actor, HttpRequest<?> request) {
        return browser.attempt(request, actor, () -> {
            acknowledgements.acknowledge(decision, SentForm.only(form, "comment"), actor);
            return HttpResponse.seeOther(URI.create("/participants/" + code + "?decision=" + decision));
        });
    }

    @Post(uri = "/decisions/{decision}/authorisation", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(Roles.INVESTIGATOR)
    HttpResponse<?> authorise(
            UUID decision, @Body Map<String, String> form, Actor actor, Authentication who, HttpRequest<?> request) {
        return browser.attempt(request, actor, () -> {
            byte[] signed = SentForm.only(form, "participant", "on", "level");
            AuthorisationView given = authorisations.authorise(
                    decision,
                    signed,
                    actor,
                    signatures.under(signed, form, "I authorise this infusion.", actor, who),
                    Languages.of(request));
            return HttpResponse.seeOther(URI.create("/participants/" + given.participant() + "#authorisations"));
        });
    }

    @Post(uri = "/authorisations/{authorisation}/revocation", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @Secured({Roles.COORDINATOR, Roles.INVESTIGATOR})
    HttpResponse<?> revoke(UUID authorisation, @Body Map<String, String> form, Actor actor, HttpRequest<?> request) {
        return browser.attempt(request, actor, () -> {
            AuthorisationView ended = authorisations.revoke(authorisation, SentForm.only(form, "reason"), actor);
            return HttpResponse.seeOther(URI.create("/participants/" + ended.participant() + "#authorisations"));
        });
    }

    private SentQuestion question(String gate, String on) throws RefusedException {
        return SentQuestion.read(body(gate, on), site.zone());
    }

    private static byte[] body(@Nullable String gate, @Nullable String on) {
        return SentForm.only(Map.of("gate", String.valueOf(gate), "on", String.valueOf(on)), "gate", "on");
    }
}
