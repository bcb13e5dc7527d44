package org.protocolgate.web;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.validation.exceptions.ConstraintExceptionHandler;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import org.protocolgate.asking.ProblemView;

/** A body that breaks the constraints of its fields is answered with every such field. */
@Singleton
@Replaces(ConstraintExceptionHandler.class)
@Produces(ProblemView.MEDIA_TYPE)
final class InvalidBodyHandler implements ExceptionHandler<ConstraintViolationException, HttpResponse<ProblemView>> {

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<ProblemView> handle(HttpRequest request, ConstraintViolationException invalid) {
        List<ProblemView.ViolationView> violations = invalid.getConstraintViolations().stream()
                .map(violation -> new ProblemView.ViolationView(pointer(violation), violation.getMessage()))
                .sorted(Comparator.comparing(ProblemView.ViolationView::pointer))
                .toList();
        return HttpResponse.badRequest(ProblemView.ofViolations(violations)).contentType(ProblemView.MEDIA_TYPE);
    }

    /** Without the method and its argument, with which the path begins. */
    private static String pointer(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        int depth = 0;
        for (Path.Node node : violation.getPropertyPath()) {
            if (depth++ > 1) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }
}
