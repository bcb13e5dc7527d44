package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.protocolgate.asking.ProblemView;
import org.protocolgate.fhir.OutcomeText;
import org.protocolgate.intake.FaultWords;
import org.protocolgate.intake.RefusedException;

/** What was sent and cannot be taken is answered with every fault in it; in FHIR's own words to whom accepts them. */
@Singleton
@Produces(ProblemView.MEDIA_TYPE)
final class RefusedHandler implements ExceptionHandler<RefusedException, HttpResponse<?>> {

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, RefusedException refused) {
        Locale language = Languages.of(request);
        if (Fhir.isAccepted(request)) {
            return HttpResponse.badRequest(OutcomeText.of(FaultWords.say(refused.violations(), language)))
                    .contentType(Fhir.JSON);
        }
        return HttpResponse.badRequest(ProblemView.of(refused, language)).contentType(ProblemView.MEDIA_TYPE);
    }
}
