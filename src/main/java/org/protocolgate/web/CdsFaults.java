package org.protocolgate.web;

import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.protocolgate.asking.ProblemView;
import org.protocolgate.cds.MissingPrefetchException;
import org.protocolgate.cds.NoSuchServiceException;
import org.protocolgate.fhir.OutcomeText;

/** How what CDS Hooks cannot be answered is told. */
@Factory
final class CdsFaults {

    @Singleton
    ExceptionHandler<NoSuchServiceException, HttpResponse<ProblemView>> noService() {
        return (request, fault) -> HttpResponse.notFound(ProblemView.of(HttpStatus.NOT_FOUND, fault.getMessage()))
                .contentType(ProblemView.MEDIA_TYPE);
    }

    /** As the standard wants it. */
    @Singleton
    ExceptionHandler<MissingPrefetchException, HttpResponse<String>> noPrefetch() {
        return (request, fault) -> HttpResponse.<String>status(HttpStatus.PRECONDITION_FAILED)
                .body(OutcomeText.missing(String.valueOf(fault.getMessage())))
                .contentType(Fhir.JSON);
    }
}
