package org.protocolgate.rulebook;

import java.util.List;
import java.util.stream.Stream;
import org.protocolgate.decision.Verdict;
import org.protocolgate.evaluation.Status;
import org.protocolgate.participant.Agreement;
import org.protocolgate.participant.Assessment;
import org.protocolgate.participant.Condition;
import org.protocolgate.participant.Contraception;
import org.protocolgate.participant.Event;
import org.protocolgate.participant.Lab;
import org.protocolgate.participant.Milestone;
import org.protocolgate.participant.Phase;
import org.protocolgate.participant.Procedure;
import org.protocolgate.participant.Review;
import org.protocolgate.participant.Vaccination;
import org.protocolgate.participant.Vital;
import org.protocolgate.protocol.Gate;

/** The names of enumeration values that a reason can tell. */
final class InterfaceWords {

    private InterfaceWords() {}

    static List<String> all() {
        return Stream.<Enum<?>[]>of(
                        Review.Topic.values(),
                        Agreement.Kind.values(),
                        Assessment.Kind.values(),
                        Condition.Kind.values(),
                        Contraception.Method.values(),
                        Event.Kind.values(),
                        Lab.Test.values(),
                        Lab.Result.values(),
                        Milestone.Kind.values(),
                        Phase.values(),
                        Procedure.Kind.values(),
                        Vaccination.Kind.values(),
                        Vital.Kind.values(),
                        Gate.values(),
                        Status.values(),
                        Verdict.values())
                .flatMap(Stream::of)
                .map(Enum::name)
                .distinct()
                .toList();
    }
}
