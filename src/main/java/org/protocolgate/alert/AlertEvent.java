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
record AlertEvent(String study, long number, UUID alert, Kind kind, Severity severity, Instant at) {

    /** What happened. */
    enum Kind {
        RAISED,
        /** More or less urgent than it was; a changed text alone is not told. */
        CHANGED,
        RESOLVED,
        ACKNOWLEDGED,
        SNOOZED,
        ESCALATED
    }
}
