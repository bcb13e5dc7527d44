package org.protocolgate.web;

import io.micronaut.core.annotation.Nullable;
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
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import org.protocolgate.audit.Actor;
import org.protocolgate.pages.PasswordPage;
import org.protocolgate.user.AccountRefusedException;
import org.protocolgate.user.User;
import org.protocolgate.user.Users;

/** One's own password, for everybody with a local account, and first of all for who logged in with one for one login. */
@Hidden
@Controller("/password")
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Roles.COORDINATOR, Roles.INVESTIGATOR, Roles.MONITOR, Roles.ADMIN, Roles.PASSWORD_CHANGE})
final class PasswordPages {

    static final URI PLACE = URI.create("/password");

    private static final URI CHANGED = URI.create("/password?done=changed");

    private final Users users;
    private final Sessions sessions;
    private final FormTokens forms;

    PasswordPages(Users users, Sessions sessions, FormTokens forms) {
        this.users = users;
        this.sessions = sessions;
        this.forms = forms;
    }

    @Get
    HttpResponse<String> page(
            @Nullable @QueryValue String done, Actor actor, Authentication who, HttpRequest<?> request) {
        PasswordPage.Said said = "changed".equals(done)
                ? PasswordPage.Said.CHANGED
                : isFromElsewhere(who) ? PasswordPage.Said.ELSEWHERE : PasswordPage.Said.NOTHING;
        return page(HttpStatus.OK, said, actor, request);
    }

    /** The other sessions of the user end, and all tokens; this session goes on. */
    @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(@Body Map<String, String> form, Actor actor, Authentication who, HttpRequest<?> request) {
        if (isFromElsewhere(who)) {
            return page(HttpStatus.FORBIDDEN, PasswordPage.Said.ELSEWHERE, actor, request);
        }
        String chosen = form.getOrDefault("new", "");
        if (!chosen.equals(form.get("again"))) {
            return page(HttpStatus.BAD_REQUEST, PasswordPage.Said.NOT_THE_SAME, actor, request);
        }
        try {
            User user = users.changePassword(actor, form.getOrDefault("old", ""), chosen);
            return HttpResponse.seeOther(CHANGED).cookie(sessions.of(user, request));
        } catch (AccountRefusedException e) {
            return page(HttpStatus.BAD_REQUEST, said(e), actor, request);
        }
    }

    private static PasswordPage.Said said(AccountRefusedException refused) {
        return switch (refused.reason()) {
            case LENGTH -> PasswordPage.Said.LENGTH;
            case SAME_AS_NAME -> PasswordPage.Said.SAME_AS_NAME;
            case SAME_AS_OLD -> PasswordPage.Said.SAME_AS_OLD;
            default -> PasswordPage.Said.WRONG;
        };
    }

    private static boolean isFromElsewhere(Authentication who) {
        return who.getAttributes().get(OpenIdTokens.LOGGED_IN) instanceof Long;
    }

    private MutableHttpResponse<String> page(
            HttpStatus status, PasswordPage.Said said, Actor actor, HttpRequest<?> request) {
        String token = forms.of(request);
        boolean first = !Roles.isOfPages(actor);
        String page = new PasswordPage(token, actor.name(), first, said).in(Languages.of(request));
        return forms.with(Pages.guarded(HttpResponse.status(status), page), request, token);
    }
}
