package org.protocolgate.evaluation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.protocol.Criterion;

/**
 * What the rules say of a question: one outcome for each criterion asked.
 *
 * @param outcomes in the order of the protocol
 * @param fired every rule that fired, in order
 * @param fault what went wrong inside a rule, or null; then every outcome is unknown
 */
public record Evaluation(
        Question question,
        List<Outcome> outcomes,
        List<Warning> warnings,
        List<Firing> fired,
        @Nullable String fault) {

    /**
     * The status of one criterion.
     *
     * @param findings those of that status, from which the reason is told
     */
    public record Outcome(Criterion criterion, Status status, List<Finding> findings) {

        /** The first of its findings. */
        public @Nullable Finding finding() {
            return findings.isEmpty() ? null : findings.get(0);
        }
    }

    /** The most severe status of all. */
    public Status worst() {
        return Status.mostSevere(outcomes.stream().map(Outcome::status).toList());
    }

    static Outcome outcome(Criterion criterion, Map<String, List<Finding>> byCriterion) {
        List<Finding> all = byCriterion.getOrDefault(criterion.id(), List.of());
        if (all.isEmpty()) {
            Finding silent = Finding.unknown(criterion.id(), "rules.silent");
            return new Outcome(criterion, Status.UNKNOWN, List.of(silent));
        }
        Status status = Status.mostSevere(all.stream().map(Finding::status).toList());
        List<Finding> ofStatus = all.stream()
                .filter(f -> f.status() == status)
                .sorted(Finding.ORDER)
                .toList();
        return new Outcome(criterion, status, ofStatus);
    }
}
