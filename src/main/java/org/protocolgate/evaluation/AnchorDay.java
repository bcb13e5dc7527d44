package org.protocolgate.evaluation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Anchor;
import org.protocolgate.protocol.Limits;
import org.protocolgate.protocol.Span;

/**
 * A known day from which the protocol counts. One whose day is not known is simply absent, so that a rule that needs it
 * cannot answer. Lengths of time are named as in {@code limits.yaml}.
 */
public abstract sealed class AnchorDay permits Screening, Consented, Lymphodepletion, Infusion, Infused, GateDay {

    static final Span NOTHING = new Span(0, ChronoUnit.DAYS);

    private final @Nullable Anchor anchor;
    private final PartialDate moment;
    private final Asking asking;

    AnchorDay(@Nullable Anchor anchor, PartialDate moment, Asking asking) {
        this.anchor = anchor;
        this.moment = moment;
        this.asking = asking;
    }

    /** Which day this is, or null for one that no finding clears by. */
    public @Nullable Anchor anchor() {
        return anchor;
    }

    public LocalDate getDay() {
        return moment.latest();
    }

    PartialDate moment() {
        return moment;
    }

    Asking asking() {
        return asking;
    }

    Limits limits() {
        return asking.limits();
    }

    /** The span before this day, up to and including it. */
    public Window windowBefore(String span) {
        Span reach = limits().span(span);
        return new Window(this, reach, reach.before(getDay()), getDay());
    }

    /** From the span before this day through the day of the gate. */
    public Window sinceBefore(String span) {
        Span reach = limits().span(span);
        return new Window(this, reach, reach.before(getDay()), asking.day());
    }

    /** From this day through the day of the gate. */
    public Window getOnwards() {
        return new Window(this, NOTHING, getDay(), asking.day());
    }

    /** This day alone. */
    public Window getItself() {
        return new Window(this, NOTHING, getDay(), getDay());
    }
}
