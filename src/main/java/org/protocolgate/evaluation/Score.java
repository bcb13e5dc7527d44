package org.protocolgate.evaluation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Assessment;
import org.protocolgate.protocol.Tables;

/** The latest SLEDAI-2K: its total as given, as its items sum up, or none where the two disagree or an item is not known. */
public final class Score {

    private final Latest<Assessment> latest;
    private final @Nullable BigDecimal total;
    private final List<Tables.Row> weights;

    Score(Latest<Assessment> latest, List<Tables.Row> weights) {
        this.latest = latest;
        this.weights = weights;
        this.total = latest.value() == null ? null : total(latest.value(), weights);
    }

    public boolean isMissing() {
        return latest.state() == Latest.State.NONE;
    }

    public boolean isVague() {
        return latest.state() == Latest.State.VAGUE;
    }

    public boolean isKnown() {
        return total != null;
    }

    public boolean isAtLeast(BigDecimal limit) {
        return total != null && total.compareTo(limit) >= 0;
    }

    public @Nullable BigDecimal getTotal() {
        return total;
    }

    /** Whether an item of this group of the table was found present. */
    public boolean names(String group) {
        Assessment assessment = latest.value();
        return assessment != null
                && weights.stream()
                        .anyMatch(row ->
                                row.group().equals(group) && assessment.items().contains(row.item()));
    }

    /** The record that is the latest, or those of which it is one. */
    public List<Assessment> getFacts() {
        return latest.facts();
    }

    private static @Nullable BigDecimal total(Assessment assessment, List<Tables.Row> weights) {
        if (assessment.items().isEmpty()) {
            return assessment.total();
        }
        Map<String, BigDecimal> byItem = new HashMap<>();
        weights.forEach(row -> byItem.put(row.item(), row.number()));
        BigDecimal sum = BigDecimal.ZERO;
        for (String item : new HashSet<>(assessment.items())) {
            BigDecimal weight = byItem.get(item);
            if (weight == null) {
                return null;
            }
            sum = sum.add(weight);
        }
        return assessment.total() == null || assessment.total().compareTo(sum) == 0 ? sum : null;
    }
}
