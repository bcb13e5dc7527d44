package org.protocolgate.alert;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.protocolgate.audit.AuditLog;

/**
 * Numbers what happened to alerts, and hands it to whatever delivers it, all in the transaction of what caused it. The chain that
 * is held for the numbers is the last thing that a transaction holds.
 */
@Singleton
class Telling {

    /** The chain that gives the numbers their order; nothing is entered in it. */
    private static final String ORDER = "alerts";

    private final AlertEvents events;
    private final AuditLog audit;
    private final List<Delivery> deliveries;

    Telling(AlertEvents events, AuditLog audit, List<Delivery> deliveries) {
        this.events = events;
        this.audit = audit;
        this.deliveries = List.copyOf(deliveries);
    }

    /** Something that delivers alerts; what it has to do later it notes in the transaction. */
    interface Delivery {
        void note(AlertEvent event);
    }

    void tell(String study, List<Reconciling.Told> told, Instant at) {
        audit.hold(ORDER);
        long number = events.last(study);
        for (Reconciling.Told one : told) {
            AlertEvent event = new AlertEvent(study, ++number, one.alert().id(), one.kind(), one.severity(), at);
            events.add(
                    study,
                    number,
                    event.alert(),
                    event.kind().name(),
                    event.severity().name(),
                    at);
            deliveries.forEach(delivery -> delivery.note(event));
        }
    }
}
