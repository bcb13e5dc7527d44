package org.protocolgate.evaluation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Agreement;
import org.protocolgate.participant.Lab;
import org.protocolgate.protocol.Anchor;
import org.protocolgate.protocol.Gate;

/** The day for which the gate is asked, whichever gate it is, with what was known of the participant by then. */
public final class GateDay extends AnchorDay {

    private final Agreements agreements;

    GateDay(Asking asking, Agreements agreements) {
        super(anchorOf(asking.question().gate()), asking.question().on(), asking);
        this.agreements = agreements;
    }

    /** The anchor that moves when a gate is asked for another day; the follow-up has none. */
    static @Nullable Anchor anchorOf(Gate gate) {
        return switch (gate) {
            case SCREENING -> Anchor.SCREENING;
            case LYMPHODEPLETION -> Anchor.LYMPHODEPLETION;
            case INFUSION -> Anchor.INFUSION;
            case FOLLOW_UP -> null;
        };
    }

    /** The day of asking. */
    public LocalDate getToday() {
        return asking().question().today();
    }

    /** All of the past, and the day of the gate. */
    public Window getEverBefore() {
        return Window.through(getDay());
    }

    /** The latest answer to what the participant was asked to agree to. */
    public LatestAnswer agreement(Agreement.Kind kind) {
        return agreements.latest(kind, getEverBefore());
    }

    /** The latest result of a test. */
    public Result latest(Lab.Test test) {
        return asking().results().latest(test, getEverBefore());
    }

    /** The latest classification of the disease. */
    public Classification getClassification() {
        return asking().results().classification(getEverBefore());
    }

    /** The next day from which a record more may count, or null where none is recorded. */
    public @Nullable LocalDate getNextRecord() {
        return asking().results().nextRecordAfter(getDay());
    }
}
