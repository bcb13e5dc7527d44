package org.protocolgate.evaluation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Gate;

/**
 * What is asked: may the participant pass this gate on this day, judged by what is known at {@code asOf}.
 *
 * @param on the day of the gate, a full date, with a time where one is given
 * @param asOf the moment of asking, in the study site's local time
 */
public record Question(Gate gate, PartialDate on, LocalDateTime asOf) {

    public Question {
        if (!on.isFull()) {
            throw new IllegalArgumentException("the day of a gate must be a full date: " + on);
        }
    }

    public LocalDate day() {
        return on.latest();
    }

    public LocalDate today() {
        return asOf.toLocalDate();
    }

    /** The same question for another day. */
    public Question on(LocalDate day) {
        return new Question(gate, PartialDate.of(day), asOf);
    }
}
