package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.protocolgate.screen.Assets;

/** Where everybody begins, in which language, and the files that pages load. */
@Hidden
@Controller
@Secured({Roles.COORDINATOR, Roles.INVESTIGATOR, Roles.MONITOR, Roles.ADMIN})
final class StartController {

    private static final Duration A_YEAR = Duration.ofDays(365);

    /** Who is not logged in is sent to log in from here. */
    @Get("/")
    HttpResponse<?> start() {
        return HttpResponse.seeOther(URI.create("/today"));
    }

    @Post(uri = "/language", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> speak(@Body Map<String, String> form, HttpRequest<?> request) {
        Cookie setting = Cookie.of(
                        Languages.COOKIE,
                        Languages.spoken(form.getOrDefault("language", "")).toLanguageTag())
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(SameSite.Lax)
                .maxAge(A_YEAR);
        return HttpResponse.seeOther(Pages.here(form.get("to"))).cookie(setting);
    }

    /** The address names the content: what is kept under it is never out of date. */
    @Get("/assets/{digest}/{name}")
    @Produces(MediaType.ALL)
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<byte[]> asset(String digest, String name) {
        return Assets.find(digest, name)
                .map(asset -> HttpResponse.ok(asset.content())
                        .header("Content-Type", asset.type())
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Cache-Control", "public, max-age=" + A_YEAR.toSeconds() + ", immutable"))
                .orElseGet(HttpResponse::notFound);
    }
}
