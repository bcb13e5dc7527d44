package org.protocolgate.bench;

import java.util.List;
import org.protocolgate.evaluation.Evaluation;
import org.protocolgate.evaluation.Status;
import org.protocolgate.participant.Fact;

/** What is asked of each way of answering one criterion: its status, and the facts that it rests on. */
record Answer(Status status, List<String> facts) {

    static Answer of(Status status, List<? extends Fact> facts) {
        return new Answer(status, facts.stream().map(Fact::ref).sorted().toList());
    }

    static Answer of(Evaluation.Outcome outcome) {
        return of(
                outcome.status(),
                outcome.findings().stream()
                        .flatMap(finding -> finding.evidence().stream())
                        .distinct()
                        .toList());
    }
}
