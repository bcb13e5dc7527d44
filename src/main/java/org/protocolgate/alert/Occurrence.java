package org.protocolgate.alert;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to an alert, as it is handed to what delivers it.
 *
 * @param number its place in the order in which the study's alerts are told
 * @param cause what the alert comes from
 * @param severity how urgent the alert was from then on
 * @param moreUrgent whether that is more than it was before
 * @param escalations how often the alert had gone on to the next recipient by then
 */
public record Occurrence(
        String study,
        long number,
        UUID alert,
        Kind kind,
        Cause cause,
        Severity severity,
        boolean moreUrgent,
        int escalations,
        Instant at) {

    /** What happened. */
    public enum Kind {
        RAISED,
        /** More or less urgent than it was; a changed text alone is not told. */
        CHANGED,
        RESOLVED,
        ACKNOWLEDGED,
        SNOOZED,
        /** Gone on to the next recipient, because nobody acknowledged it. */
        ESCALATED
    }
}
