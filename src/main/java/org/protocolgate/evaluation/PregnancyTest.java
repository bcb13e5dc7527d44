package org.protocolgate.evaluation;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Lab;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Span;

/** A serum beta-hCG, to the minute: a day without a time is any minute of it. */
public record PregnancyTest(Lab lab) implements OfFact {

    @Override
    public Fact fact() {
        return lab;
    }

    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    public boolean isPositive() {
        return lab.result() == Lab.Result.POSITIVE;
    }

    public boolean isNegative() {
        return lab.result() == Lab.Result.NEGATIVE;
    }

    public boolean isIndeterminate() {
        return lab.result() == Lab.Result.INDETERMINATE;
    }

    public boolean surelyWithin(Window window) {
        return window.surelyHolds(lab.on());
    }

    public boolean perhapsWithin(Window window) {
        return window.perhapsHolds(lab.on());
    }

    /** Whether it was collected in the span before that day's moment, whichever minutes the two were. */
    public boolean surelyCollected(Span span, AnchorDay before) {
        return !last(lab.on()).isAfter(first(before.moment()))
                && !first(lab.on()).isBefore(span.before(last(before.moment())));
    }

    /** Whether it can have been collected in the span before that day's moment. */
    public boolean perhapsCollected(Span span, AnchorDay before) {
        return !first(lab.on()).isAfter(last(before.moment()))
                && !last(lab.on()).isBefore(span.before(first(before.moment())));
    }

    static LocalDateTime first(PartialDate date) {
        return date.time() != null
                ? date.time().truncatedTo(ChronoUnit.MINUTES)
                : date.earliest().atStartOfDay();
    }

    static LocalDateTime last(PartialDate date) {
        return date.time() != null
                ? date.time().truncatedTo(ChronoUnit.MINUTES)
                : date.latest().atTime(LAST_MINUTE);
    }
}
