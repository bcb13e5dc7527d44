package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.protocolgate.alert.NoSuchAlertException;
import org.protocolgate.alert.SettledAlertException;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;
import org.protocolgate.protocol.ServedRules;
import org.protocolgate.protocol.Texts;
import org.protocolgate.query.QueryBook;
import org.protocolgate.screen.Fault;
import org.protocolgate.screen.Frame;
import org.protocolgate.study.ConflictException;
import org.protocolgate.study.NotThereException;
import org.protocolgate.study.RefusedAuthorisationException;
import org.protocolgate.study.UnsignedException;
import org.protocolgate.user.Role;
import org.protocolgate.user.SignatureRefusedException;

/** Answers a browser of somebody who is logged in: pages, and in words what cannot be done. */
@Singleton
final class Browser {

    private final FormTokens forms;
    private final ServedRules rules;
    private final QueryBook queries;
    private final Clock clock;

    Browser(FormTokens forms, ServedRules rules, QueryBook queries, Clock clock) {
        this.forms = forms;
        this.rules = rules;
        this.queries = queries;
        this.clock = clock;
    }

    /** What leads to an answer. */
    interface Attempt {
        HttpResponse<?> make() throws RefusedException;
    }

    /** A page, framed. */
    HttpResponse<?> page(HttpRequest<?> request, Actor actor, Function<Frame, String> content) {
        return attempt(request, actor, () -> page(HttpStatus.OK, request, actor, content));
    }

    HttpResponse<String> page(HttpStatus status, HttpRequest<?> request, Actor actor, Function<Frame, String> content) {
        Frame frame = frame(request, actor);
        return forms.with(
                Pages.guarded(HttpResponse.status(status).contentType(Pages.HTML), content.apply(frame)),
                request,
                frame.token());
    }

    /** Does something; where it cannot be done, a page says why. */
    HttpResponse<?> attempt(HttpRequest<?> request, Actor actor, Attempt attempt) {
        try {
            return attempt.make();
        } catch (NotThereException | NoSuchAlertException e) {
            return fault(HttpStatus.NOT_FOUND, request, actor, new Fault("missing", List.of()));
        } catch (ConflictException | SettledAlertException e) {
            return fault(HttpStatus.CONFLICT, request, actor, new Fault("conflict", e.getMessage()));
        } catch (RefusedAuthorisationException e) {
            return fault(HttpStatus.CONFLICT, request, actor, new Fault("conflict", why(e)));
        } catch (UnsignedException | SignatureRefusedException e) {
            return fault(HttpStatus.FORBIDDEN, request, actor, new Fault("unsigned", e.getMessage()));
        } catch (RefusedException e) {
            return fault(
                    HttpStatus.BAD_REQUEST,
                    request,
                    actor,
                    new Fault(
                            "refused",
                            e.violations().stream().map(Violation::message).toList()));
        }
    }

    private static String why(RefusedAuthorisationException refused) {
        return Stream.concat(
                        Stream.of(String.valueOf(refused.getMessage())),
                        refused.standing().stream().map(one -> one.id() + ": " + one.reason()))
                .collect(Collectors.joining(" "));
    }

    HttpResponse<String> fault(HttpStatus status, HttpRequest<?> request, Actor actor, Fault fault) {
        return page(status, request, actor, fault::in);
    }

    private Frame frame(HttpRequest<?> request, Actor actor) {
        record Served(Texts texts, ZoneId zone) {}
        Served served = rules.ask(rulebook -> {
            var newest = rulebook.newest(rulebook.study()).orElseThrow();
            return new Served(newest.texts(), newest.zone());
        });
        return new Frame(
                Languages.of(request),
                request.getPath(),
                actor.name(),
                Role.valueOf(actor.role()),
                served.texts(),
                served.zone(),
                clock.instant(),
                forms.of(request),
                queries.waitingFor(actor));
    }
}
