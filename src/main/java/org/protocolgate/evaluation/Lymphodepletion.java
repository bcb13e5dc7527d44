package org.protocolgate.evaluation;

import java.time.LocalDateTime;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Anchor;
import org.protocolgate.protocol.Span;

/** The start of lymphodepletion chemotherapy, to the minute where its time is known. */
public final class Lymphodepletion extends AnchorDay {

    Lymphodepletion(PartialDate moment, Asking asking) {
        super(Anchor.LYMPHODEPLETION, moment, asking);
    }

    /** Its earliest possible minute. */
    public LocalDateTime getFirstMinute() {
        return PregnancyTest.first(moment());
    }

    /** Its latest possible minute. */
    public LocalDateTime getLastMinute() {
        return PregnancyTest.last(moment());
    }

    /** Whether the span before it has not begun yet at the moment of asking. */
    public boolean isStillAheadBy(Span span) {
        return span.before(getFirstMinute()).isAfter(asking().question().asOf());
    }

    /** The first minute of the span before it, whenever on its day it starts. */
    public LocalDateTime opens(Span span) {
        return span.before(getLastMinute());
    }
}
