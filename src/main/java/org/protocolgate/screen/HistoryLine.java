package org.protocolgate.screen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.evaluation.Status;
import org.protocolgate.study.HistoryView;

/**
 * A decision in the history.
 *
 * @param changes what came out otherwise than in the decision on the same gate before it
 * @param first whether there is no such decision among those shown
 */
record HistoryLine(HistoryView decision, List<Change> changes, boolean first) {

    /** A criterion that came out otherwise. */
    record Change(
            String criterion,
            @Nullable Status before,
            @Nullable Status after,
            String reason) {}

    /**
     * Some decisions, the newest first.
     *
     * @param answers theirs, in the same order
     */
    static List<HistoryLine> of(List<HistoryView> decisions, List<DecisionView> answers) {
        List<HistoryLine> lines = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            int before = i + 1;
            while (before < decisions.size()
                    && !decisions.get(before).gate().equals(decisions.get(i).gate())) {
                before++;
            }
            boolean first = before >= decisions.size();
            lines.add(new HistoryLine(
                    decisions.get(i), first ? List.of() : changes(answers.get(before), answers.get(i)), first));
        }
        return lines;
    }

    private static List<Change> changes(DecisionView before, DecisionView after) {
        Map<String, DecisionView.CriterionView> then = byId(before);
        Map<String, DecisionView.CriterionView> now = byId(after);
        List<Change> changes = new ArrayList<>();
        now.forEach((id, answer) -> {
            DecisionView.CriterionView old = then.get(id);
            if (old == null || old.status() != answer.status()) {
                changes.add(new Change(id, old == null ? null : old.status(), answer.status(), answer.reason()));
            }
        });
        then.forEach((id, old) -> {
            if (!now.containsKey(id)) {
                changes.add(new Change(id, old.status(), null, ""));
            }
        });
        return changes;
    }

    private static Map<String, DecisionView.CriterionView> byId(DecisionView answer) {
        Map<String, DecisionView.CriterionView> byId = new LinkedHashMap<>();
        answer.criteria().forEach(criterion -> byId.put(criterion.id(), criterion));
        return byId;
    }
}
