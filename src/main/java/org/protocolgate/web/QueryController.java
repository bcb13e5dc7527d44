package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.query.MessageKind;
import org.protocolgate.query.QueryBook;
import org.protocolgate.query.QueryView;
import org.protocolgate.query.State;

/** What monitors ask, and what they are answered. */
@Controller("/api/queries")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"COORDINATOR", "INVESTIGATOR", "MONITOR", "ADMIN"})
final class QueryController {

    private final QueryBook queries;
    private final Site site;

    QueryController(QueryBook queries, Site site) {
        this.queries = queries;
        this.site = site;
    }

    @Get
    @Operation(summary = "Queries: open ones first, then answered, then closed ones")
    @Parameter(name = "participant", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(
            name = "subject",
            in = ParameterIn.QUERY,
            description = "What they are about: a participant's code, or the identifier of a record.",
            schema = @Schema(type = "string"))
    @Parameter(name = "state", in = ParameterIn.QUERY, schema = @Schema(implementation = State.class))
    @Parameter(
            name = "page",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", defaultValue = "1"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
    QueryView.Page list(HttpRequest<?> request) throws RefusedException {
        QueriesAsked asked = QueriesAsked.of(new AddressIn(request.getParameters(), site.zone()));
        int limit = asked.limit();
        List<QueryView> found = queries.list(asked.wanted(), limit + 1, (long) limit * (asked.page() - 1));
        return new QueryView.Page(
                found.subList(0, Math.min(limit, found.size())), found.size() > limit ? asked.page() + 1 : null);
    }

    @Get("/{query}")
    @Operation(summary = "A query, with all that was said of it")
    QueryView read(UUID query) {
        return queries.read(query);
    }

    @Post(consumes = MediaType.APPLICATION_JSON)
    @Secured("MONITOR")
    @Operation(
            summary = "Ask about a participant, a fact, a decision or a deviation",
            description = "{participant | fact | decision | deviation, text, due?}.")
    HttpResponse<QueryView> open(@Body byte[] json, @Parameter(hidden = true) Actor actor) throws RefusedException {
        return HttpResponse.created(queries.open(json, actor));
    }

    @Post(uri = "/{query}/answer", consumes = MediaType.APPLICATION_JSON)
    @Secured({"COORDINATOR", "INVESTIGATOR"})
    @Operation(
            summary = "Answer a query",
            description = "{text, seen?}. With `seen`, nothing may have been said beyond that many messages.")
    QueryView answer(UUID query, @Body byte[] json, @Parameter(hidden = true) Actor actor) throws RefusedException {
        return queries.say(query, MessageKind.ANSWERED, json, actor);
    }

    @Post(uri = "/{query}/close", consumes = MediaType.APPLICATION_JSON)
    @Secured("MONITOR")
    @Operation(summary = "Close a query", description = "{text?, seen?}.")
    QueryView close(UUID query, @Body byte[] json, @Parameter(hidden = true) Actor actor) throws RefusedException {
        return queries.say(query, MessageKind.CLOSED, json, actor);
    }

    @Post(uri = "/{query}/reopen", consumes = MediaType.APPLICATION_JSON)
    @Secured("MONITOR")
    @Operation(summary = "Ask on, in a query that was answered or closed", description = "{text, seen?}.")
    QueryView reopen(UUID query, @Body byte[] json, @Parameter(hidden = true) Actor actor) throws RefusedException {
        return queries.say(query, MessageKind.REOPENED, json, actor);
    }
}
