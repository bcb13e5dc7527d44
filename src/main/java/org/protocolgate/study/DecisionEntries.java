package org.protocolgate.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Digest;
import org.protocolgate.audit.Happened;
import org.protocolgate.decision.Decision;
import org.protocolgate.evaluation.Firing;

/** What the audit log says of a decision: that it was made, and each rule that fired. */
final class DecisionEntries {

    private DecisionEntries() {}

    static List<Happened> of(Made made, Decision decision, Map<String, Object> answers) {
        List<Happened> happened = new ArrayList<>();
        List<Firing> fired = decision.evaluation().fired();
        happened.add(Happened.of(Action.DECISION_MADE)
                .to(made.participant())
                .in(made.id())
                .about(made.id())
                .came(made.verdict())
                .with("gate", made.gate())
                .with("on", made.gateDay())
                .with(
                        "earliest",
                        made.earliest() == null ? null : made.earliest().toString())
                .with(
                        "asKnownAt",
                        made.asKnownAt() == null ? null : made.asKnownAt().toString())
                .with("version", made.protocolVersion())
                .with("ruleSet", made.ruleSet())
                .with("dossier", made.dossier())
                .with("answers", answers)
                .with("rules", fired.size())
                .with("fired", made.fired())
                .with("fault", decision.evaluation().fault()));
        for (Firing firing : fired) {
            happened.add(Happened.of(Action.RULE_FIRED)
                    .to(made.participant())
                    .in(made.id())
                    .by(firing.rule(), firing.criterion(), firing.status())
                    .with("facts", firing.facts()));
        }
        return happened;
    }

    /** Digest of the rules that fired with their facts. */
    static String fired(List<Firing> fired) {
        return Digest.of(fired.stream().map(Firing::toString).collect(Collectors.joining("\n")));
    }
}
