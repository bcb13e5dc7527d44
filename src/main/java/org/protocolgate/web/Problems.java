package org.protocolgate.web;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.protocolgate.asking.ProblemView;

/** Answers every error as a problem; of a fault of our own it says no more than that there was one. */
@Singleton
@Primary
final class Problems implements ErrorResponseProcessor<ProblemView> {

    @Override
    public MutableHttpResponse<ProblemView> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        return response.body(problem(context, response)).contentType(ProblemView.MEDIA_TYPE);
    }

    private static ProblemView problem(ErrorContext context, MutableHttpResponse<?> response) {
        if (response.status().getCode() >= 500) {
            return ProblemView.of(response.status(), "The service failed; its log says why.");
        }
        String detail = context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining("; "));
        return ProblemView.of(response.status(), detail.isEmpty() ? null : detail);
    }
}
