package org.protocolgate.alert;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
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
    private final List<AlertDelivery> deliveries;

    Telling(AlertEvents events, AuditLog audit, List<AlertDelivery> deliveries) {
        this.events = events;
        this.audit = audit;
        this.deliveries = List.copyOf(deliveries);
    }

    void tell(String study, List<Reconciling.Told> told, Instant at) {
        audit.hold(ORDER);
        long number = events.last(study);
        List<Occurrence> happened = new ArrayList<>(told.size());
        for (Reconciling.Told one : told) {
            happened.add(new Occurrence(
                    study,
                    ++number,
                    one.alert().id(),
                    one.kind(),
                    one.alert().cause(),
                    one.severity(),
                    one.severity().compareTo(one.alert().severity()) > 0,
                    one.alert().escalations(),
                    at));
        }
        events.saveAll(happened.stream().map(AlertEvent::of).toList());
        deliveries.forEach(delivery -> delivery.note(happened));
    }
}
