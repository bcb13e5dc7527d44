package org.protocolgate.alert;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to an alert.
 *
 * @param number its place in the order in which the study's alerts are told
 */
@MappedEntity("alert_event")
record AlertEvent(String study, long number, UUID alert, Occurrence.Kind kind, Severity severity, Instant at) {

    static AlertEvent of(Occurrence one) {
        return new AlertEvent(one.study(), one.number(), one.alert(), one.kind(), one.severity(), one.at());
    }
}
