package org.protocolgate.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.protocolgate.asking.ProblemView;
import org.protocolgate.cds.MissingPrefetchException;
import org.protocolgate.cds.NoSuchServiceException;

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
        return (request, fault) -> {
            ObjectNode outcome = JsonNodeFactory.instance.objectNode().put("resourceType", "OperationOutcome");
            ObjectNode issue = outcome.putArray("issue").addObject();
            issue.put("severity", "error").put("code", "required");
            issue.putObject("details").put("text", fault.getMessage());
            return HttpResponse.<String>status(HttpStatus.PRECONDITION_FAILED)
                    .body(outcome.toString())
                    .contentType(ImportController.FHIR);
        };
    }
}
