package org.protocolgate.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Dated;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Lab;
import org.protocolgate.participant.Vital;
import org.protocolgate.protocol.Tables;

/** Results after the screening period that are worse than the latest in it, in the direction that {@code worsening.csv} gives. */
final class Worsening {

    private final Window period;
    private final Tables tables;
    private final List<Fact> worse = new ArrayList<>();

    private Worsening(Window period, Tables tables) {
        this.period = period;
        this.tables = tables;
    }

    static List<Fact> after(
            Window period, Map<Lab.Test, List<Lab>> labs, Map<Vital.Kind, List<Vital>> vitals, Tables tables) {
        Worsening worsening = new Worsening(period, tables);
        for (Tables.Row row : tables.table("worsening")) {
            List<Lab> tests = ofItem(row.item(), labs);
            List<Vital> measured = ofItem(row.item(), vitals);
            if (row.group().equals("positive")) {
                worsening.turnedPositive(tests);
            } else {
                worsening.changed(tests, row.group().equals("higher"), worsening::amount);
                worsening.changed(measured, row.group().equals("higher"), Worsening::amount);
            }
        }
        return worsening.worse;
    }

    private static <K extends Enum<K>, T> List<T> ofItem(String item, Map<K, List<T>> records) {
        for (Map.Entry<K, List<T>> kind : records.entrySet()) {
            if (kind.getKey().name().equals(item)) {
                return kind.getValue();
            }
        }
        return List.of();
    }

    private void turnedPositive(List<Lab> tests) {
        Lab before = Latest.of(tests, period.from(), period.to()).value();
        if (before == null || before.result() != Lab.Result.POSITIVE) {
            after(tests).stream()
                    .filter(lab -> lab.result() == Lab.Result.POSITIVE)
                    .forEach(worse::add);
        }
    }

    private <T extends Dated> void changed(List<T> measured, boolean upwards, Function<T, @Nullable Amount> amountOf) {
        T latest = Latest.of(measured, period.from(), period.to()).value();
        Amount before = latest == null ? null : amountOf.apply(latest);
        for (T later : after(measured)) {
            Amount now = amountOf.apply(later);
            if (before != null && now != null && Objects.equals(before.unit(), now.unit())) {
                int change = now.value().compareTo(before.value());
                if (upwards ? change > 0 : change < 0) {
                    worse.add(later);
                }
            }
        }
    }

    private <T extends Dated> List<T> after(List<T> records) {
        return records.stream()
                .filter(record -> record.on().earliest().isAfter(period.to()))
                .toList();
    }

    private record Amount(BigFraction value, @Nullable String unit) {}

    private @Nullable Amount amount(Lab lab) {
        BigFraction creatinine = lab.test() == Lab.Test.CREATININE ? Creatinine.perDecilitre(lab, tables) : null;
        if (creatinine != null) {
            return new Amount(creatinine, "mg/dL");
        }
        return lab.value() == null || !lab.isMeasured() ? null : new Amount(Fractions.of(lab.value()), lab.unit());
    }

    private static @Nullable Amount amount(Vital vital) {
        return vital.value() == null ? null : new Amount(Fractions.of(vital.value()), vital.unit());
    }
}
