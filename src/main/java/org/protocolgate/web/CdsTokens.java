package org.protocolgate.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.protocolgate.cds.CdsClients;
import org.protocolgate.cds.ClientTokens;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Takes the tokens of clients of CDS Hooks, on its routes and nowhere else. */
@Singleton
@Requires(beans = CdsClients.class)
final class CdsTokens implements TokenValidator<HttpRequest<?>> {

    private final ClientTokens tokens;
    private final Scheduler scheduler;

    CdsTokens(ClientTokens tokens, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.tokens = tokens;
        scheduler = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        if (request == null || !CdsController.isOf(request)) {
            return Mono.empty();
        }
        return Mono.fromCallable(() -> tokens.use(token, request.getPath())
                        .map(name -> Authentication.build(name, List.of(Roles.CDS_CLIENT)))
                        .orElse(null))
                .subscribeOn(scheduler);
    }
}
