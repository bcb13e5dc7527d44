package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.protocolgate.audit.Actor;
import org.protocolgate.review.MarkBook;
import org.protocolgate.review.MarkView;
import org.protocolgate.screen.SentForm;

/** What a monitor marks as reviewed, signed. */
@Hidden
@Controller("/review-marks")
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Roles.MONITOR)
final class ReviewMarkPages {

    private static final String MEANING = "I have reviewed this.";

    private final MarkBook marks;
    private final FormSignature signatures;
    private final Browser browser;

    ReviewMarkPages(MarkBook marks, FormSignature signatures, Browser browser) {
        this.marks = marks;
        this.signatures = signatures;
        this.browser = browser;
    }

    @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> mark(@Body Map<String, String> form, Actor actor, Authentication who, HttpRequest<?> request) {
        return browser.attempt(request, actor, () -> {
            byte[] signed = SentForm.only(form, "entry", "hash", "comment");
            return to(marks.mark(signed, actor, signatures.under(signed, form, MEANING, actor, who)));
        });
    }

    @Post(uri = "/{mark}/withdrawal", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> withdraw(UUID mark, @Body Map<String, String> form, Actor actor, HttpRequest<?> request) {
        return browser.attempt(request, actor, () -> to(marks.withdraw(mark, SentForm.only(form, "reason"), actor)));
    }

    private static HttpResponse<?> to(MarkView mark) {
        return HttpResponse.seeOther(URI.create("/audit/entries/" + mark.entry()));
    }
}
