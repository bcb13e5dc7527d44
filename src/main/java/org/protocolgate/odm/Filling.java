package org.protocolgate.odm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.Column;
import org.protocolgate.importing.Kinds;
import org.protocolgate.importing.Remark;

/** Fills the fields of a fact from the items of a group. */
final class Filling {

    private static final List<String> PAIRS = List.of("dailyDose", "code");

    private final MappedFact by;
    private final Map<String, Item> items;
    private final Map<String, String> units;
    private final ObjectNode fact = JsonNodeFactory.instance.objectNode();
    private final List<Remark> doubts = new ArrayList<>();
    private final List<Remark> notes = new ArrayList<>();
    private int filled;

    /** @param units the one unit of each item that has just one */
    Filling(MappedFact by, Map<String, Item> items, Map<String, String> units) {
        this.by = by;
        this.items = items;
        this.units = units;
    }

    ObjectNode fact() {
        return fact;
    }

    /** What a person has to look up. */
    List<Remark> doubts() {
        return doubts;
    }

    List<Remark> notes() {
        return notes;
    }

    /** Whether an item says something of it. */
    boolean saysSomething() {
        return filled > 0;
    }

    /** Fills what the items say. */
    void whole() {
        fact.put("type", by.type());
        by.set().forEach((field, value) -> column(field).fill(fact, value));
        by.fields().forEach(this::fill);
        PAIRS.forEach(this::removeHalf);
    }

    /** Fills what changed; null where something is no longer said, or only a part of it is. */
    void change() {
        fact.put("type", by.type());
        Set<String> keys =
                by.fields().keySet().stream().map(MappedFact::key).collect(Collectors.toCollection(LinkedHashSet::new));
        fillConstants(key -> !keys.contains(key));
        for (String key : keys) {
            Set<String> of = by.items(key);
            long there = of.stream().filter(items::containsKey).count();
            if (there == 0) {
                continue;
            }
            filled++;
            if (there == of.size()) {
                fillConstants(key::equals);
                by.fields().forEach((field, from) -> {
                    if (MappedFact.key(field).equals(key)) {
                        fill(field, from);
                    }
                });
            } else {
                doubts.add(Remark.of(key, null, "only a part of it is sent, as changed: it was left out"));
            }
            removeHalf(key);
            if (!fact.has(key)) {
                fact.putNull(key);
                doubts.add(Remark.of(key, null, "is no longer said"));
            }
        }
    }

    private void fillConstants(Predicate<String> of) {
        by.set().forEach((field, value) -> {
            if (of.test(MappedFact.key(field))) {
                column(field).fill(fact, value);
            }
        });
    }

    /** A number without a unit is no dose, a value without a system no code. */
    private void removeHalf(String key) {
        if (PAIRS.contains(key) && fact.path(key).size() == 1) {
            fact.remove(key);
        }
    }

    private void fill(String field, MappedField from) {
        Item item = items.get(from.item());
        if (item == null) {
            return;
        }
        String value = from.unit() ? unit(item) : item.value();
        if (value == null) {
            return;
        }
        filled++;
        Column column = column(field);
        String said = word(from, from.item(), value);
        if (said == null) {
            return;
        }
        if (column.type() == Column.Type.NUMBER && isInAnotherUnit(item, from)) {
            doubt(
                    from.item(),
                    value,
                    "in the unit " + item.unit() + ", which the mapping does not read: it was left out");
            return;
        }
        String text = OdmDates.isOne(field) ? OdmDates.known(said) : said;
        if (!text.equals(said)) {
            notes.add(Remark.of(from.item(), said, "taken as " + text));
        }
        text = from.times() == null ? text : times(from, text);
        String fault = text == null ? null : column.fill(fact, text);
        if (fault != null) {
            doubt(from.item(), value, fault + ": it was left out");
        }
    }

    private @Nullable String unit(Item item) {
        if (item.value() == null) {
            return null;
        }
        return item.unit() == null ? units.get(item.oid()) : item.unit();
    }

    private boolean isInAnotherUnit(Item item, MappedField from) {
        return item.unit() != null
                && !item.unit().equals(units.get(item.oid()))
                && by.fields().values().stream()
                        .noneMatch(field -> field.unit() && field.item().equals(from.item()));
    }

    private @Nullable String word(MappedField from, String oid, String value) {
        if (from.words().isEmpty()) {
            return value;
        }
        String word = from.words().get(value);
        if (word == null) {
            doubt(oid, value, "the mapping has no word for it: it was left out");
        }
        return word;
    }

    /** The number times another, or null where one of the two is none. */
    private @Nullable String times(MappedField from, String number) {
        MappedField factor = from.times();
        Item item = factor == null ? null : items.get(factor.item());
        if (factor == null || item == null || item.value() == null) {
            doubt(factor == null ? null : factor.item(), null, "how many times is not said: it was left out");
            return null;
        }
        String word = word(factor, factor.item(), item.value());
        try {
            return word == null
                    ? null
                    : new BigDecimal(number).multiply(new BigDecimal(word)).toString();
        } catch (NumberFormatException e) {
            doubt(from.item(), number, "a number is expected: it was left out");
            return null;
        }
    }

    private void doubt(@Nullable String item, @Nullable String value, String text) {
        doubts.add(new Remark(item, value, text));
    }

    private Column column(String field) {
        return Objects.requireNonNull(Kinds.of(by.type())).stream()
                .filter(column -> column.name().equals(field))
                .findFirst()
                .orElseThrow();
    }
}
