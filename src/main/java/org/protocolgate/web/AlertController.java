package org.protocolgate.web;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.sse.Event;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.alert.AlertBook;
import org.protocolgate.alert.AlertView;
import org.protocolgate.alert.EventView;
import org.protocolgate.alert.Severity;
import org.protocolgate.audit.Actor;
import org.protocolgate.fhirout.AlertText;
import org.protocolgate.intake.RefusedException;
import org.reactivestreams.Publisher;

/** Alerts: an inbox, and a stream for pages. */
@Controller("/api/alerts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"COORDINATOR", "INVESTIGATOR", "MONITOR", "ADMIN"})
final class AlertController {

    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 500;

    private final AlertBook book;
    private final AlertStream stream;
    private final Site site;

    AlertController(AlertBook book, AlertStream stream, Site site) {
        this.book = book;
        this.stream = stream;
        this.site = site;
    }

    @Get(produces = {MediaType.APPLICATION_JSON, Fhir.JSON})
    @Operation(
            summary = "Alerts, newest first",
            description =
                    "Filters: participant, severity (STOP, ACTION, INFO), open (true, false); pages: limit, before."
                            + " As a Bundle of Communication where FHIR is accepted.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AlertView.Page.class)))
    HttpResponse<?> page(@Parameter(hidden = true) HttpParameters parameters, HttpRequest<?> request)
            throws RefusedException {
        AddressIn in = new AddressIn(parameters, site.zone());
        String participant = in.text("participant");
        Severity severity = in.word("severity", Severity.class);
        Boolean open = in.flag("open");
        UUID before = in.id("before");
        int limit = (int) in.number("limit", PAGE, LARGEST_PAGE);
        in.refuseOthers();
        Locale language = Languages.of(request);
        AlertView.Page page = book.page(participant, severity, open, before, limit, language);
        if (!Fhir.isAccepted(request)) {
            return HttpResponse.ok(page).contentType(MediaType.APPLICATION_JSON_TYPE);
        }
        String self = request.getUri().toString();
        String next = page.next() == null
                ? null
                : UriBuilder.of(request.getUri())
                        .replaceQueryParam("before", page.next())
                        .toString();
        return Fhir.ok(AlertText.page(page.alerts(), language, self, next));
    }

    @Get(
            uri = "/{alert}",
            produces = {MediaType.APPLICATION_JSON, Fhir.JSON})
    @Operation(summary = "An alert", description = "As a Communication where FHIR is accepted.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AlertView.class)))
    HttpResponse<?> read(UUID alert, HttpRequest<?> request) {
        Locale language = Languages.of(request);
        AlertView read = book.read(alert, language);
        return Fhir.isAccepted(request)
                ? Fhir.ok(AlertText.of(read, language))
                : HttpResponse.ok(read).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    @Post(uri = "/{alert}/acknowledgement", consumes = MediaType.APPLICATION_JSON)
    @Secured({"COORDINATOR", "INVESTIGATOR"})
    @Operation(summary = "Say that an alert was seen and is acted on", description = "{comment}")
    HttpResponse<AlertView> acknowledge(UUID alert, @Body byte[] json, Actor actor, HttpRequest<?> request)
            throws RefusedException {
        return HttpResponse.created(book.acknowledge(alert, json, actor, Languages.of(request)));
    }

    @Post(uri = "/{alert}/snooze", consumes = MediaType.APPLICATION_JSON)
    @Secured({"COORDINATOR", "INVESTIGATOR"})
    @Operation(summary = "Put an alert off, never one of STOP", description = "{until}: a moment of the next 14 days")
    HttpResponse<AlertView> snooze(UUID alert, @Body byte[] json, Actor actor, HttpRequest<?> request)
            throws RefusedException {
        return HttpResponse.created(book.snooze(alert, json, actor, Languages.of(request)));
    }

    @Get(uri = "/stream", produces = MediaType.TEXT_EVENT_STREAM)
    @Operation(
            summary = "What happens to alerts, as it happens (server-sent events)",
            description = "Begins now, or after the event that Last-Event-ID names.")
    Publisher<Event<EventView>> stream(@Nullable @Header("Last-Event-ID") String last, HttpRequest<?> request) {
        return stream.after(last, Languages.of(request));
    }
}
