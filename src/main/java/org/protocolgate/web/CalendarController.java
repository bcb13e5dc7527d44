package org.protocolgate.web;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.util.HttpHostResolver;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;
import org.protocolgate.calendar.Appointments;
import org.protocolgate.calendar.CalendarFile;
import org.protocolgate.calendar.CalendarTokens;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.protocol.ServedRules;
import org.protocolgate.protocol.Texts;

/** The calendar, which programs that cannot log in subscribe to by an address of the user's own. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CalendarController {

    private static final String PATH = "/api/calendar.ics";
    private static final String TOKEN = "token";

    private final Appointments appointments;
    private final CalendarTokens tokens;
    private final ServedRules rules;
    private final Clock clock;
    private final HttpHostResolver here;
    private final String url;

    CalendarController(
            Appointments appointments,
            CalendarTokens tokens,
            ServedRules rules,
            Clock clock,
            HttpHostResolver here,
            @Value("${protocol-gate.url:}") String url) {
        this.appointments = appointments;
        this.tokens = tokens;
        this.rules = rules;
        this.clock = clock;
        this.here = here;
        this.url = url;
    }

    /** The languages by their names in an address. */
    private enum Language {
        en,
        zh
    }

    @Serdeable
    @Schema(name = "CalendarToken")
    record Given(
            @Schema(description = "Shown this once.") String token,

            @Schema(description = "What a calendar program subscribes to; who knows it can read the calendar.")
            String address) {}

    @Get(uri = "/calendar.ics", produces = "text/calendar;charset=utf-8")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(
            summary = "The calendar (iCalendar), for those who have a token of their own for it",
            description = "Whole days: plans, authorisations, what is due, what clears, the ends of duties.")
    @Parameter(name = TOKEN, in = ParameterIn.QUERY, required = true, schema = @Schema(type = "string"))
    @Parameter(name = "lang", in = ParameterIn.QUERY, schema = @Schema(allowableValues = {"en", "zh"}))
    HttpResponse<String> read(HttpRequest<?> request) throws RefusedException {
        AddressIn in = new AddressIn(request.getParameters(), rules.zone());
        String token = in.text(TOKEN);
        if (token == null || tokens.user(token).isEmpty()) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "There is no such calendar.");
        }
        Language wanted = in.word("lang", Language.class);
        in.refuseOthers();
        Locale language =
                wanted == null ? Languages.of(request) : wanted == Language.zh ? Texts.CHINESE : Locale.ENGLISH;
        CalendarFile file = new CalendarFile(rules.ask(rulebook -> rulebook.study()), appointments.all(language));
        String tag = "\"" + file.digest() + "\"";
        MutableHttpResponse<String> answer =
                isKnown(tag, request) ? HttpResponse.notModified() : HttpResponse.ok(file.text(clock.instant()));
        return answer.header(HttpHeaders.ETAG, "W/" + tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }

    /** Whether who asks has the file that has this tag. */
    private static boolean isKnown(String tag, HttpRequest<?> request) {
        List<String> known = request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH);
        return known.stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
    }

    @Post("/calendar/token")
    @Secured({"COORDINATOR", "INVESTIGATOR", "MONITOR", "ADMIN"})
    @Operation(
            summary = "A token and an address for the own calendar program; one that was given before loses its worth",
            description = "So do a changed or reset password and a deactivation. For accounts of this service alone.")
    HttpResponse<Given> create(Actor actor, Authentication who, HttpRequest<?> request) {
        String token = tokens.create(actor, since(who));
        String address = UriBuilder.of(url.isEmpty() ? here.resolve(request) : url)
                .path(PATH)
                .queryParam(TOKEN, token)
                .toString();
        return HttpResponse.created(new Given(token, address)).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Delete("/calendar/token")
    @Secured({"COORDINATOR", "INVESTIGATOR", "MONITOR", "ADMIN"})
    @Operation(summary = "Take the own token back")
    HttpResponse<Void> revoke(Actor actor) {
        tokens.revoke(actor);
        return HttpResponse.noContent();
    }

    /** Nobody here would learn that a user of another issuer has left. */
    private static Instant since(Authentication who) {
        @Nullable Object since = who.getAttributes().get(Roles.SINCE);
        return Optional.ofNullable(since)
                .flatMap(Roles::since)
                .orElseThrow(() -> new HttpStatusException(
                        HttpStatus.CONFLICT, "A calendar needs an account of this service; yours is of another."));
    }
}
