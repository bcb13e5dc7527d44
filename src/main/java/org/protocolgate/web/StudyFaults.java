package org.protocolgate.web;

import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.protocolgate.alert.NoSuchAlertException;
import org.protocolgate.alert.SettledAlertException;
import org.protocolgate.asking.ProblemView;
import org.protocolgate.delivery.NoSuchDeliveryException;
import org.protocolgate.delivery.SettledDeliveryException;
import org.protocolgate.study.ConflictException;
import org.protocolgate.study.NotThereException;
import org.protocolgate.study.RefusedAuthorisationException;
import org.protocolgate.study.UnsignedException;
import org.protocolgate.sweep.NoSuchSweepException;

/** How what the study refuses is answered. */
@Factory
final class StudyFaults {

    @Singleton
    ExceptionHandler<NotThereException, HttpResponse<ProblemView>> notThere() {
        return (request, fault) -> problem(HttpStatus.NOT_FOUND, fault);
    }

    @Singleton
    ExceptionHandler<ConflictException, HttpResponse<ProblemView>> conflict() {
        return (request, fault) -> problem(HttpStatus.CONFLICT, fault);
    }

    @Singleton
    ExceptionHandler<TooLargeException, HttpResponse<ProblemView>> tooLarge() {
        return (request, fault) -> problem(HttpStatus.REQUEST_ENTITY_TOO_LARGE, fault);
    }

    @Singleton
    ExceptionHandler<NoSuchAlertException, HttpResponse<ProblemView>> noSuchAlert() {
        return (request, fault) -> problem(HttpStatus.NOT_FOUND, fault);
    }

    @Singleton
    ExceptionHandler<NoSuchSweepException, HttpResponse<ProblemView>> noSuchSweep() {
        return (request, fault) -> problem(HttpStatus.NOT_FOUND, fault);
    }

    @Singleton
    ExceptionHandler<NoSuchDeliveryException, HttpResponse<ProblemView>> noSuchDelivery() {
        return (request, fault) -> problem(HttpStatus.NOT_FOUND, fault);
    }

    @Singleton
    ExceptionHandler<SettledDeliveryException, HttpResponse<ProblemView>> settledDelivery() {
        return (request, fault) -> problem(HttpStatus.CONFLICT, fault);
    }

    @Singleton
    ExceptionHandler<SettledAlertException, HttpResponse<ProblemView>> settledAlert() {
        return (request, fault) -> problem(HttpStatus.CONFLICT, fault);
    }

    @Singleton
    ExceptionHandler<UnsignedException, HttpResponse<ProblemView>> unsigned() {
        return (request, fault) -> problem(HttpStatus.FORBIDDEN, fault);
    }

    @Singleton
    ExceptionHandler<RefusedAuthorisationException, HttpResponse<ProblemView>> unauthorised() {
        return (request, fault) -> HttpResponse.<ProblemView>status(HttpStatus.CONFLICT)
                .body(ProblemView.of(
                        HttpStatus.CONFLICT,
                        fault.getMessage(),
                        fault.standing().stream()
                                .map(one -> new ProblemView.CriterionView(one.id(), one.status(), one.reason()))
                                .toList()))
                .contentType(ProblemView.MEDIA_TYPE);
    }

    private static HttpResponse<ProblemView> problem(HttpStatus status, RuntimeException fault) {
        return HttpResponse.<ProblemView>status(status)
                .body(ProblemView.of(status, fault.getMessage()))
                .contentType(ProblemView.MEDIA_TYPE);
    }
}
