package org.protocolgate.evaluation;

import java.time.LocalDate;
import java.util.List;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Lab;
import org.protocolgate.participant.Vital;
import org.protocolgate.protocol.Span;

/**
 * The screening period, from the start of screening to the day before lymphodepletion or to the day of the gate, with the
 * latest of what was found in it.
 */
public final class ScreeningPeriod {

    private final Screening screening;
    private final Window window;

    ScreeningPeriod(Screening screening, LocalDate last) {
        this.screening = screening;
        window = new Window(screening, AnchorDay.NOTHING, screening.getDay(), last);
    }

    public Window getWindow() {
        return window;
    }

    /** The period with the span before the start of screening. */
    public Window withSpanBefore(String span) {
        Span reach = screening.limits().span(span);
        return new Window(screening, reach, reach.before(screening.getDay()), window.to());
    }

    public Result latest(Lab.Test test) {
        return results().latest(test, window);
    }

    public Measurement latest(Vital.Kind kind) {
        return results().latest(kind, window);
    }

    /** The latest measurement by one method, from the span before the start of screening on. */
    public Measurement latest(Vital.Kind kind, String method, String span) {
        return results().latest(kind, method, withSpanBefore(span));
    }

    public Score getSledai() {
        return results().sledai(window);
    }

    public OrganInvolvement getOrgans() {
        return results().organs(window);
    }

    public Clearance getClearance() {
        return results().clearance(window);
    }

    /** What was found after the period and is worse than the latest in it. */
    public List<Fact> getWorse() {
        return results().worseAfter(window);
    }

    private Results results() {
        return screening.asking().results();
    }
}
