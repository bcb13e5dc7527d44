package org.protocolgate.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import org.protocolgate.asking.ProblemView;
import org.protocolgate.cds.CdsClients;

/** Says that CDS Hooks is off, where no client of it is configured. */
@ServerFilter({CdsController.PATH, CdsController.PATH + "/**"})
@Requires(missingBeans = CdsClients.class)
final class CdsOff implements Ordered {

    @RequestFilter
    HttpResponse<ProblemView> off() {
        return HttpResponse.notFound(
                        ProblemView.of(
                                HttpStatus.NOT_FOUND,
                                "CDS Hooks is off: no client is configured (PROTOCOL_GATE_CDS_CLIENTS, see docs/cds-hooks.md)."))
                .contentType(ProblemView.MEDIA_TYPE);
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before();
    }
}
