package org.protocolgate.alert;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it is kept.
 *
 * @param openKey what tells it apart from all others that are not resolved; null once it is
 * @param body JSON: its text in each language
 * @param escalations how often it went on to the next recipient
 */
@MappedEntity("alert")
record Alert(
        @Id UUID id,
        String study,
        @Nullable String participant,
        @Nullable String level,
        @Nullable String criterion,
        Cause cause,
        String detail,
        @Nullable String openKey,
        Severity severity,
        String body,
        @Nullable LocalDate due,
        Instant raisedAt,
        Instant changedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        @Nullable String comment,
        @Nullable Instant snoozedUntil,
        int escalations) {

    boolean isOpen() {
        return resolvedAt == null;
    }
}
