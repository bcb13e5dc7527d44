package org.protocolgate.evaluation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.participant.Period;
import org.protocolgate.protocol.Span;

/**
 * A closed range of days counted from an anchor; both boundary days are inside.
 *
 * @param anchor the day it is counted from, or null for all time
 * @param reach how far before the anchor it begins, or null where it does not move with the anchor
 */
public record Window(@Nullable AnchorDay anchor, @Nullable Span reach, LocalDate from, LocalDate to) {

    /** All days up to and including {@code to}. */
    static Window through(LocalDate to) {
        return new Window(null, null, LocalDate.MIN, to);
    }

    public boolean isEmpty() {
        return from.isAfter(to);
    }

    public boolean surelyTouchedBy(Period period) {
        return period.surelyTouches(from, to);
    }

    public boolean perhapsTouchedBy(Period period) {
        return period.perhapsTouches(from, to);
    }

    public boolean surelyHolds(PartialDate day) {
        return day.surelyWithin(from, to);
    }

    public boolean perhapsHolds(PartialDate day) {
        return day.perhapsWithin(from, to);
    }

    /** The first day of the anchor from which the window no longer reaches back to {@code day}; null for never. */
    @Nullable
    LocalDate firstAnchorClearOf(LocalDate day) {
        if (reach == null || day.isAfter(FAR)) {
            return null;
        }
        return reach.firstDayClearOf(day);
    }

    private static final LocalDate FAR = LocalDate.of(9999, 12, 31);
}
