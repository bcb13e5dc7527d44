package org.protocolgate.web;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.simple.SimpleHttpParameters;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.review.SavedView;
import org.protocolgate.review.ViewBook;
import org.protocolgate.screen.Address;

/** Filters of the audit log that a user keeps under names. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"COORDINATOR", "INVESTIGATOR", "MONITOR", "ADMIN"})
class SavedViewController {

    private static final String NAME = "name";

    private final ViewBook views;
    private final Site site;
    private final Browser browser;

    SavedViewController(ViewBook views, Site site, Browser browser) {
        this.views = views;
        this.site = site;
        this.browser = browser;
    }

    @Serdeable
    @Schema(name = "SavingView")
    record Saving(
            @NotNull String name,

            @Schema(description = "As in the address of the audit log, by the names of its parameters.") @NotNull
            Map<String, String> filter) {}

    @Get("/api/audit/views")
    @Operation(summary = "One's own saved views of the audit log, by name")
    List<SavedView> list(@Parameter(hidden = true) Actor actor) {
        return views.of(actor.name());
    }

    @Post("/api/audit/views")
    @Operation(summary = "Keep a filter of the audit log under a name; one of the same name is replaced")
    HttpResponse<SavedView> save(@Valid @Body Saving sent, @Parameter(hidden = true) Actor actor)
            throws RefusedException {
        return HttpResponse.created(views.save(sent.name(), readable(sent.filter()), actor));
    }

    @Delete("/api/audit/views/{name}")
    @Operation(summary = "Remove one of one's own saved views")
    HttpResponse<?> remove(String name, @Parameter(hidden = true) Actor actor) {
        views.remove(name, actor);
        return HttpResponse.noContent();
    }

    @Hidden
    @Post(uri = "/audit/views", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(Pages.HTML)
    HttpResponse<?> saveFromPage(@Body Map<String, String> form, Actor actor, HttpRequest<?> request) {
        return browser.attempt(request, actor, () -> {
            Map<String, String> filter = new LinkedHashMap<>(form);
            filter.remove("csrfToken");
            filter.remove(NAME);
            SavedView saved = views.save(form.getOrDefault(NAME, ""), readable(filter), actor);
            return HttpResponse.seeOther(URI.create(Address.of("/audit", saved.filter())));
        });
    }

    @Hidden
    @Post(uri = "/audit/views/removal", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(Pages.HTML)
    HttpResponse<?> removeFromPage(@Body Map<String, String> form, Actor actor, HttpRequest<?> request) {
        return browser.attempt(request, actor, () -> {
            views.remove(form.getOrDefault(NAME, ""), actor);
            return HttpResponse.seeOther(URI.create("/audit"));
        });
    }

    /** The filter as it was sent, where it can be read as an address is. */
    private Map<String, String> readable(Map<String, String> filter) throws RefusedException {
        Map<CharSequence, List<String>> parameters = new LinkedHashMap<>();
        filter.forEach((name, value) -> parameters.put(name, List.of(value)));
        AddressIn in = new AddressIn(new SimpleHttpParameters(parameters, ConversionService.SHARED), site.zone());
        in.filter();
        in.refuseOthers();
        return filter;
    }
}
