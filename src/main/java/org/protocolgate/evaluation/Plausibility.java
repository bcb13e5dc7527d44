package org.protocolgate.evaluation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Lab;
import org.protocolgate.participant.Vital;
import org.protocolgate.protocol.Tables;

/** Values that lie beyond the bounds of {@code plausible.csv}, by kind and unit. */
public final class Plausibility {

    private final List<Fact> doubtful;

    Plausibility(List<Fact> facts, Tables tables) {
        List<Tables.Row> bounds = tables.table("plausible");
        doubtful = facts.stream().filter(fact -> isBeyond(fact, bounds)).toList();
    }

    public List<Fact> getDoubtful() {
        return doubtful;
    }

    private static boolean isBeyond(Fact fact, List<Tables.Row> bounds) {
        if (fact instanceof Lab lab && lab.value() != null) {
            return isBeyond(item(lab.test(), lab.unit()), lab.value(), bounds);
        }
        return fact instanceof Vital vital
                && vital.value() != null
                && isBeyond(item(vital.kind(), vital.unit()), vital.value(), bounds);
    }

    private static boolean isBeyond(String item, BigDecimal value, List<Tables.Row> bounds) {
        return bounds.stream()
                .filter(bound -> bound.item().equals(item))
                .anyMatch(bound -> bound.group().equals("least")
                        ? value.compareTo(bound.number()) < 0
                        : value.compareTo(bound.number()) > 0);
    }

    private static String item(Enum<?> kind, @Nullable String unit) {
        return unit == null ? kind.name() : kind.name() + " " + unit;
    }
}
