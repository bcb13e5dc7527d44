package org.protocolgate.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.protocolgate.pages.RulePages;
import org.protocolgate.protocol.ServedRules;

/** The rules served, as pages to read. */
@Hidden
@Controller("/rules")
@Secured({Roles.COORDINATOR, Roles.INVESTIGATOR, Roles.MONITOR, Roles.ADMIN})
@ExecuteOn(TaskExecutors.BLOCKING)
final class RulePagesController {

    private static final String HTML = MediaType.TEXT_HTML + ";charset=utf-8";
    private static final String CSS = "text/css;charset=utf-8";

    private final ServedRules rules;

    RulePagesController(ServedRules rules) {
        this.rules = rules;
    }

    /** The links of the top page are relative to its own place. */
    @Get
    HttpResponse<?> start() {
        return HttpResponse.temporaryRedirect(URI.create("/rules/index.html"));
    }

    @Get("/index.html")
    @Produces(HTML)
    HttpResponse<String> top() {
        return guarded(rules.ask(rulebook -> RulePages.of(rulebook).top()));
    }

    @Get("/style.css")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Produces(CSS)
    HttpResponse<String> stylesheet() {
        return guarded(RulePages.stylesheet());
    }

    @Get("/{study}/{version}/{language}/{page}.html")
    @Produces(HTML)
    Optional<HttpResponse<String>> page(String study, String version, String language, String page) {
        Locale asked = Locale.forLanguageTag(language);
        return rules.ask(rulebook -> RulePages.of(rulebook).page(study, version, page, asked))
                .map(RulePagesController::guarded);
    }

    /** A page loads its style sheet from here, and nothing else from anywhere. */
    private static HttpResponse<String> guarded(String body) {
        return HttpResponse.ok(body)
                .header("Content-Security-Policy", "default-src 'none'; style-src 'self'")
                .header("X-Content-Type-Options", "nosniff");
    }
}
