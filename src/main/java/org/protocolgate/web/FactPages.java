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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;
import org.protocolgate.screen.EnterScreen;
import org.protocolgate.screen.EnterScreens;
import org.protocolgate.study.CorrectionBook;
import org.protocolgate.study.FactBook;
import org.protocolgate.study.Signing;
import org.protocolgate.study.UnsignedException;
import org.protocolgate.user.SignatureRefusedException;

/** Entering facts and correcting them. */
@Hidden
@Controller("/participants/{code}")
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Roles.COORDINATOR, Roles.INVESTIGATOR})
final class FactPages {

    private static final String MEANING = "This is true by my own judgement.";

    private final EnterScreens screens;
    private final FactBook facts;
    private final CorrectionBook corrections;
    private final FormSignature signatures;
    private final Browser browser;

    FactPages(
            EnterScreens screens,
            FactBook facts,
            CorrectionBook corrections,
            FormSignature signatures,
            Browser browser) {
        this.screens = screens;
        this.facts = facts;
        this.corrections = corrections;
        this.signatures = signatures;
        this.browser = browser;
    }

    @Get("/enter")
    HttpResponse<?> form(String code, @Nullable @QueryValue String type, Actor actor, HttpRequest<?> request) {
        return browser.page(
                request, actor, frame -> screens.entering(code, type, frame).in(frame));
    }

    @Post(uri = "/facts", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> record(
            String code, @Body Map<String, String> form, Actor actor, Authentication who, HttpRequest<?> request) {
        return browser.attempt(request, actor, () -> {
            EnterScreen.Sent sent = screens.sent(code, form, Roles.INVESTIGATOR.equals(actor.role()));
            return tell(
                    code,
                    sent,
                    form,
                    actor,
                    request,
                    () -> facts.record(code, sent.body(), form.get("key"), actor, signing(sent, form, actor, who)));
        });
    }

    /** Everything was gone through with the participant today. */
    @Post(uri = "/reviews", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> review(String code, @Body Map<String, String> form, Actor actor, HttpRequest<?> request) {
        return browser.attempt(request, actor, () -> {
            facts.record(code, screens.allReviewed(), form.get("key"), actor, digest -> null);
            return done(code);
        });
    }

    @Get("/facts/{fact}/correction")
    HttpResponse<?> correcting(String code, UUID fact, Actor actor, HttpRequest<?> request) {
        return browser.attempt(request, actor, () -> {
            EnterScreen screen = screens.correcting(code, fact, Roles.INVESTIGATOR.equals(actor.role()));
            return browser.page(HttpStatus.OK, request, actor, screen::in);
        });
    }

    @Post(uri = "/facts/{fact}/correction", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> correct(
            String code,
            UUID fact,
            @Body Map<String, String> form,
            Actor actor,
            Authentication who,
            HttpRequest<?> request) {
        return browser.attempt(request, actor, () -> {
            EnterScreen.Sent sent = screens.corrected(code, fact, form, Roles.INVESTIGATOR.equals(actor.role()));
            return tell(
                    code,
                    sent,
                    form,
                    actor,
                    request,
                    () -> corrections.correct(fact, sent.body(), actor, signing(sent, form, actor, who)));
        });
    }

    private Signing signing(EnterScreen.Sent sent, Map<String, String> form, Actor actor, Authentication who) {
        return sent.isToBeSigned() ? signatures.under(sent.body(), form, MEANING, actor, who) : digest -> null;
    }

    /** What records something. */
    private interface Recording {
        Object make() throws RefusedException;
    }

    /** Records; where something is wrong, the form comes back with what was typed and what is wrong with it. */
    private HttpResponse<?> tell(
            String code,
            EnterScreen.Sent sent,
            Map<String, String> form,
            Actor actor,
            HttpRequest<?> request,
            Recording recording) {
        try {
            recording.make();
            return done(code);
        } catch (RefusedException e) {
            return again(HttpStatus.BAD_REQUEST, sent, form, e.violations(), actor, request);
        } catch (UnsignedException | SignatureRefusedException e) {
            List<Violation> why = List.of(new Violation("/password", String.valueOf(e.getMessage())));
            return again(HttpStatus.FORBIDDEN, sent, form, why, actor, request);
        }
    }

    private HttpResponse<?> again(
            HttpStatus status,
            EnterScreen.Sent sent,
            Map<String, String> form,
            List<Violation> why,
            Actor actor,
            HttpRequest<?> request) {
        return browser.page(
                status,
                request,
                actor,
                frame -> sent.again(form, why, frame.language()).in(frame));
    }

    private static HttpResponse<?> done(String code) {
        return HttpResponse.seeOther(URI.create("/participants/" + code + "?done=recorded#content"));
    }
}
