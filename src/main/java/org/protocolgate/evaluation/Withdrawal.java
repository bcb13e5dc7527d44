package org.protocolgate.evaluation;

import java.time.LocalDate;
import org.protocolgate.participant.Consent;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.PartialDate;

/** Consent withdrawn, or the participant withdrawn from the study; the day may lie ahead. */
public record Withdrawal(PartialDate on, Fact fact) implements OfFact {

    public boolean surelyBy(LocalDate day) {
        return !on.latest().isAfter(day);
    }

    public boolean perhapsBy(LocalDate day) {
        return !on.earliest().isAfter(day);
    }

    /** Whether another consent than the one withdrawn was surely signed after it, and by {@code day}. */
    public boolean surelyFollowedBy(Consent consent, LocalDate day) {
        return !consent.equals(fact)
                && consent.on().earliest().isAfter(on.latest())
                && !consent.on().latest().isAfter(day);
    }
}
