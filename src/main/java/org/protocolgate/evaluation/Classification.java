package org.protocolgate.evaluation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.protocolgate.participant.Assessment;
import org.protocolgate.protocol.Tables;

/**
 * The latest classification by the EULAR/ACR criteria of 2019: by its items, by the answer given, or by neither where the
 * two contradict each other. Of each domain the highest weight counts; the domains named {@code immunology …} are not
 * clinical.
 */
public final class Classification {

    private final Latest<Assessment> latest;
    private final Map<String, Tables.Row> rows = new HashMap<>();

    Classification(Latest<Assessment> latest, List<Tables.Row> weights) {
        this.latest = latest;
        weights.forEach(row -> rows.put(row.item(), row));
    }

    public boolean isMissing() {
        return latest.state() == Latest.State.NONE;
    }

    public boolean isVague() {
        return latest.state() == Latest.State.VAGUE;
    }

    /** Classified as having the disease, the sum of the weights held against {@code threshold}. */
    public boolean isFulfilled(BigDecimal threshold) {
        return answer(threshold).orElse(false);
    }

    public boolean isNotFulfilled(BigDecimal threshold) {
        return !answer(threshold).orElse(true);
    }

    /** The record that is the latest, or those of which it is one. */
    public List<Assessment> getFacts() {
        return latest.facts();
    }

    private Optional<Boolean> answer(BigDecimal threshold) {
        Assessment assessment = latest.value();
        if (assessment == null) {
            return Optional.empty();
        }
        Boolean stated = assessment.classified();
        if (Boolean.TRUE.equals(stated) && Boolean.FALSE.equals(assessment.anaEntry())) {
            return Optional.empty();
        }
        if (assessment.items().isEmpty()) {
            return Optional.ofNullable(stated);
        }
        if (assessment.anaEntry() == null || !rows.keySet().containsAll(assessment.items())) {
            return Optional.empty();
        }
        boolean byItems = assessment.anaEntry() && sums(assessment.items(), threshold);
        return stated == null || stated == byItems ? Optional.of(byItems) : Optional.empty();
    }

    private boolean sums(List<String> items, BigDecimal threshold) {
        Map<String, BigDecimal> byDomain = new HashMap<>();
        boolean clinical = false;
        for (String item : items) {
            Tables.Row row = rows.get(item);
            if (row != null) {
                clinical |= !row.group().startsWith("immunology");
                byDomain.merge(row.group(), row.number(), BigDecimal::max);
            }
        }
        BigDecimal sum = byDomain.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return clinical && sum.compareTo(threshold) >= 0;
    }
}
