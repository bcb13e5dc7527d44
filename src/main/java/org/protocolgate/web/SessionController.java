package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
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
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.protocolgate.pages.LoginPage;
import org.protocolgate.user.Logins;
import org.protocolgate.user.User;

/** Logs in and out who uses the pages. */
@Hidden
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SessionController {

    static final String PATH = "/session";

    private final Logins logins;
    private final Sessions sessions;
    private final SessionCookie session;
    private final FormTokens forms;

    SessionController(Logins logins, Sessions sessions, SessionCookie session, FormTokens forms) {
        this.logins = logins;
        this.sessions = sessions;
        this.session = session;
        this.forms = forms;
    }

    @Get("/login")
    @Produces(Pages.HTML)
    HttpResponse<String> page(@Nullable @QueryValue String to, HttpRequest<?> request) {
        return page(HttpStatus.OK, request, to, LoginPage.Said.NOTHING);
    }

    @Post(uri = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(Pages.HTML)
    HttpResponse<?> begin(@Body Map<String, String> form, HttpRequest<?> request) {
        String to = form.get("to");
        Optional<User> user = logins.login(form.getOrDefault("username", ""), form.getOrDefault("password", ""));
        if (user.isEmpty()) {
            return page(HttpStatus.UNAUTHORIZED, request, to, LoginPage.Said.REFUSED);
        }
        URI next = user.get().mustChange() ? PasswordPages.PLACE : Pages.here(to);
        return HttpResponse.seeOther(next).cookie(sessions.of(user.get(), request));
    }

    @Post(uri = PATH + "/end", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(Pages.HTML)
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> end(Authentication who, HttpRequest<?> request) {
        Roles.actor(who).ifPresent(logins::left);
        return HttpResponse.seeOther(URI.create("/login")).cookie(session.ended(request));
    }

    private MutableHttpResponse<String> page(
            HttpStatus status, HttpRequest<?> request, @Nullable String to, LoginPage.Said said) {
        String token = forms.of(request);
        String there = Pages.here(to).toString();
        String page = new LoginPage(token, there, said).in(Languages.of(request));
        return forms.with(Pages.guarded(HttpResponse.status(status), page), request, token);
    }
}
