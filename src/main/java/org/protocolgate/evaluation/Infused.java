package org.protocolgate.evaluation;

import java.time.LocalDate;
import org.protocolgate.participant.PartialDate;

/** The day on which the infusion was completed or stopped; duties of the follow-up are counted from it. */
public final class Infused extends AnchorDay {

    Infused(PartialDate moment, Asking asking) {
        super(null, moment, asking);
    }

    /** From this day for the span, but not past the day of the gate. */
    public Window forAtMost(String span) {
        LocalDate end = plus(span);
        LocalDate gate = asking().day();
        return new Window(this, null, getDay(), end.isBefore(gate) ? end : gate);
    }

    /** The day on which a span from this day ends. */
    public LocalDate plus(String span) {
        return limits().span(span).after(getDay());
    }

    /** Whether the day of the gate lies past the span from this day. */
    public boolean isPast(String span) {
        return asking().day().isAfter(plus(span));
    }
}
