package org.protocolgate.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Lab;
import org.protocolgate.participant.Vital;
import org.protocolgate.protocol.Tables;

/** Results after the screening period that are worse than the latest in it, in the direction that {@code worsening.csv} gives. */
final class Worsening {

    private Worsening() {}

    static List<Fact> after(Window period, List<Lab> labs, List<Vital> vitals, Tables tables) {
        List<Fact> worse = new ArrayList<>();
        for (Tables.Row row : tables.table("worsening")) {
            List<Lab> tests = labs.stream()
                    .filter(lab -> lab.test().name().equals(row.item()))
                    .toList();
            Lab before = Latest.of(tests, period.from(), period.to()).value();
            tests.stream()
                    .filter(lab -> lab.on().earliest().isAfter(period.to()))
                    .filter(lab -> row.group().equals("positive")
                            ? turnedPositive(before, lab)
                            : before != null
                                    && Objects.equals(before.unit(), lab.unit())
                                    && isWorse(row.group(), before.value(), lab.value()))
                    .forEach(worse::add);
            List<Vital> measured = vitals.stream()
                    .filter(v -> v.kind().name().equals(row.item()))
                    .toList();
            Vital first = Latest.of(measured, period.from(), period.to()).value();
            measured.stream()
                    .filter(vital -> vital.on().earliest().isAfter(period.to()))
                    .filter(vital -> first != null && isWorse(row.group(), first.value(), vital.value()))
                    .forEach(worse::add);
        }
        return worse;
    }

    private static boolean turnedPositive(@Nullable Lab before, Lab after) {
        return after.result() == Lab.Result.POSITIVE && (before == null || before.result() != Lab.Result.POSITIVE);
    }

    private static boolean isWorse(String direction, @Nullable BigDecimal before, @Nullable BigDecimal after) {
        if (before == null || after == null) {
            return false;
        }
        int change = after.compareTo(before);
        return direction.equals("higher") ? change > 0 : change < 0;
    }
}
