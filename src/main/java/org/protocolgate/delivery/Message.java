package org.protocolgate.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.alert.AlertView;
import org.protocolgate.alert.Cause;
import org.protocolgate.alert.Occurrence;
import org.protocolgate.alert.Severity;

/**
 * All that leaves with a delivery. An alert's text does not: it may name drugs and findings.
 *
 * @param id of the delivery
 * @param subject code of the participant, or name of the level
 * @param at when it happened
 */
record Message(
        UUID id,
        Occurrence.Kind kind,
        Severity severity,
        @Nullable String subject,
        @Nullable String criterion,
        Cause cause,
        AlertView.State state,
        Instant at,
        String source,
        String link) {

    /** @param url address of the service */
    static Message of(Delivery delivery, AlertView alert, String url) {
        String source = url.replaceAll("/+$", "");
        return new Message(
                delivery.id(),
                delivery.kind(),
                alert.severity(),
                alert.participant() != null ? alert.participant() : alert.level(),
                alert.criterion(),
                alert.cause(),
                alert.state(),
                delivery.createdAt(),
                source,
                source + "/alerts/" + alert.id());
    }
}
