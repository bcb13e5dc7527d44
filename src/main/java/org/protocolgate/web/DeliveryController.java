package org.protocolgate.web;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.UUID;
import org.protocolgate.audit.Actor;
import org.protocolgate.delivery.DeliveryBook;
import org.protocolgate.delivery.DeliveryView;
import org.protocolgate.intake.RefusedException;

/** Deliveries of alerts by mail and webhook. */
@Controller("/api/deliveries")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("ADMIN")
final class DeliveryController {

    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 500;

    private final DeliveryBook book;
    private final Site site;

    DeliveryController(DeliveryBook book, Site site) {
        this.book = book;
        this.site = site;
    }

    @Get
    @Secured({"MONITOR", "ADMIN"})
    @Operation(
            summary = "Deliveries of alerts, newest first, and webhooks that are disabled",
            description = "Filter: state (PENDING, SENT, DROPPED, DEAD); pages: limit, before.")
    DeliveryView.Page page(@Parameter(hidden = true) HttpParameters parameters) throws RefusedException {
        AddressIn in = new AddressIn(parameters, site.zone());
        DeliveryView.State state = in.word("state", DeliveryView.State.class);
        UUID before = in.id("before");
        int limit = (int) in.number("limit", PAGE, LARGEST_PAGE);
        in.refuseOthers();
        return book.page(state, before, limit);
    }

    @Post("/{delivery}/replay")
    @Operation(summary = "Try anew what was given up")
    HttpResponse<DeliveryView> replay(UUID delivery, @Parameter(hidden = true) Actor actor) {
        return HttpResponse.created(book.replay(delivery, actor));
    }

    @Post("/webhooks/{recipient}/enabling")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let a webhook be called again that answered 410")
    void enable(String recipient, @Parameter(hidden = true) Actor actor) {
        book.enable(recipient, actor);
    }
}
