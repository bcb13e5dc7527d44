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
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;
import org.protocolgate.screen.UsersScreen;
import org.protocolgate.screen.UsersScreen.Done;
import org.protocolgate.screen.UsersScreen.OneTime;
import org.protocolgate.screen.UsersScreen.Refused;
import org.protocolgate.user.AccountRefusedException;
import org.protocolgate.user.Role;
import org.protocolgate.user.Users;

/** Accounts, kept from forms. A password for one login is on the page that answers the form, and nowhere after that. */
@Hidden
@Controller("/users")
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Roles.ADMIN)
final class UserPages {

    private final Users users;
    private final Browser browser;

    UserPages(Users users, Browser browser) {
        this.users = users;
        this.browser = browser;
    }

    /** @param done what was done just before, for a word about it */
    @Get
    HttpResponse<?> list(@Nullable @QueryValue String done, Actor actor, HttpRequest<?> request) {
        Done said = Arrays.stream(Done.values())
                .filter(one -> one.name().equals(done))
                .findFirst()
                .orElse(null);
        return browser.page(
                request, actor, frame -> new UsersScreen(users.list(), Map.of(), null, null, said).in(frame));
    }

    @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(@Body Map<String, String> form, Actor actor, HttpRequest<?> request) {
        String name = form.getOrDefault("username", "").strip();
        return browser.attempt(request, actor, () -> {
            Role role = role(form);
            try {
                return given(name, users.add(name, role, actor), actor, request);
            } catch (AccountRefusedException e) {
                return refused(e, null, form, actor, request);
            }
        });
    }

    @Post(uri = "/{name}/password-reset", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> reset(String name, @Body Map<String, String> form, Actor actor, HttpRequest<?> request) {
        try {
            return given(name, users.reset(name, actor), actor, request);
        } catch (AccountRefusedException e) {
            return refused(e, name, form, actor, request);
        }
    }

    @Post(uri = "/{name}/deactivation", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> deactivate(String name, @Body Map<String, String> form, Actor actor, HttpRequest<?> request) {
        return change(name, Done.DEACTIVATED, () -> users.deactivate(name, actor), form, actor, request);
    }

    @Post(uri = "/{name}/activation", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> activate(String name, @Body Map<String, String> form, Actor actor, HttpRequest<?> request) {
        return change(name, Done.ACTIVATED, () -> users.activate(name, actor), form, actor, request);
    }

    @Post(uri = "/{name}/unlock", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> unlock(String name, @Body Map<String, String> form, Actor actor, HttpRequest<?> request) {
        return change(name, Done.UNLOCKED, () -> users.unlock(name, actor), form, actor, request);
    }

    @Post(uri = "/{name}/role", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> assign(String name, @Body Map<String, String> form, Actor actor, HttpRequest<?> request) {
        return browser.attempt(request, actor, () -> {
            Role role = role(form);
            return change(name, Done.ASSIGNED, () -> users.assign(name, role, actor), form, actor, request);
        });
    }

    /** What is chosen from a list of ours; our form sends nothing else. */
    private static Role role(Map<String, String> form) throws RefusedException {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(form.get("role")))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        List.of(new Violation("/role", "one of " + List.of(Role.values()) + " is needed"))));
    }

    private HttpResponse<?> change(
            String name, Done done, Runnable change, Map<String, String> form, Actor actor, HttpRequest<?> request) {
        try {
            change.run();
            return HttpResponse.seeOther(URI.create("/users?done=" + done));
        } catch (AccountRefusedException e) {
            return refused(e, name, form, actor, request);
        }
    }

    private HttpResponse<?> given(String name, String password, Actor actor, HttpRequest<?> request) {
        OneTime oneTime = new OneTime(name, password);
        return browser.page(
                request, actor, frame -> new UsersScreen(users.list(), Map.of(), null, oneTime, null).in(frame));
    }

    private HttpResponse<?> refused(
            AccountRefusedException why,
            @Nullable String name,
            Map<String, String> form,
            Actor actor,
            HttpRequest<?> request) {
        HttpStatus status =
                why.reason() == AccountRefusedException.Reason.UNKNOWN ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
        Refused refused = new Refused(name, why.reason());
        Map<String, String> typed = name == null ? form : Map.of();
        return browser.page(
                status, request, actor, frame -> new UsersScreen(users.list(), typed, refused, null, null).in(frame));
    }
}
