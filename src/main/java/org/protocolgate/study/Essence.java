package org.protocolgate.study;

import org.protocolgate.audit.Digest;
import org.protocolgate.decision.Decision;
import org.protocolgate.evaluation.Finding;
import org.protocolgate.participant.Fact;

/** What a decision comes to, without when it was asked: equal for two answers that tell a person the same. */
final class Essence {

    private Essence() {}

    static String of(Decision decision) {
        StringBuilder all = new StringBuilder()
                .append(decision.version().version())
                .append(' ')
                .append(decision.version().ruleSet())
                .append(' ')
                .append(decision.verdict())
                .append(' ')
                .append(decision.earliest());
        for (Decision.Answer answer : decision.criteria()) {
            all.append('\n')
                    .append(answer.outcome().criterion().id())
                    .append(' ')
                    .append(answer.outcome().status())
                    .append(' ')
                    .append(answer.clears());
            answer.outcome().findings().forEach(finding -> add(finding, all));
        }
        decision.warnings().forEach(warning -> all.append('\n').append(warning));
        return Digest.of(all.toString());
    }

    private static void add(Finding finding, StringBuilder all) {
        all.append(" | ").append(finding.reason()).append(' ').append(finding.arguments());
        finding.evidence().forEach(fact -> all.append(' ').append(((Fact) fact).ref()));
        all.append(' ').append(finding.due());
    }
}
