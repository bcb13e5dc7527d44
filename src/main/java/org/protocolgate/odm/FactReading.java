package org.protocolgate.odm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.Reading;
import org.protocolgate.importing.Remark;
import org.protocolgate.odm.Folding.Folded;
import org.protocolgate.odm.Folding.State;
import org.protocolgate.protocol.Terminology;

/** Reads a group of items as a fact. */
record FactReading(MappedFact by, Folded folded, Map<String, String> units, Terminology terminology) {

    /** The reading, or null where nothing was changed that the fact is filled from. */
    @Nullable
    Reading read() {
        Group group = folded.group();
        if (folded.state() == State.REMOVED) {
            return reading(Reading.Kind.TAKE_BACK, List.of(Remark.of("removed at its source")));
        }
        if (folded.state() == State.UNSAID) {
            return reading(
                    Reading.Kind.DOUBT,
                    List.of(Remark.of("a transactional file has to say whether it is inserted, changed or removed")));
        }
        return read(folded.state() == State.WHOLE);
    }

    /** @param whole whether what is not there is not said; else it stays as it was */
    private @Nullable Reading read(boolean whole) {
        Group group = folded.group();
        for (Map.Entry<String, Set<String>> condition : by.when().entrySet()) {
            Item item = group.items().get(condition.getKey());
            String value = item == null ? null : item.value();
            if ((whole || item != null)
                    && (value == null || !condition.getValue().contains(value))) {
                return reading(
                        Reading.Kind.SKIP,
                        List.of(Remark.of(condition.getKey(), value, "not what the mapping takes as " + by.name())));
            }
        }
        for (Map.Entry<String, Set<String>> denial : by.denied().entrySet()) {
            Item item = group.items().get(denial.getKey());
            if (item != null && item.value() != null && denial.getValue().contains(item.value())) {
                return reading(
                        Reading.Kind.TAKE_BACK,
                        List.of(new Remark(denial.getKey(), item.value(), "said not to be so")));
            }
        }
        return whole ? whole(group) : change(group);
    }

    private Reading whole(Group group) {
        Filling filling = new Filling(by, group.items(), units);
        filling.whole();
        if (!filling.saysSomething()) {
            return reading(
                    Reading.Kind.SKIP, List.of(Remark.of("holds nothing of what the mapping takes as " + by.name())));
        }
        if (by.type().equals("lab") && !filling.fact().has("test")) {
            return reading(Reading.Kind.SKIP, List.of(Remark.of("no test that the mapping takes over")));
        }
        List<Remark> missing = Completing.missing(filling.fact());
        List<Remark> remarks = new ArrayList<>(filling.doubts());
        remarks.addAll(missing.isEmpty() ? Completing.doubts(filling.fact(), terminology) : missing);
        Reading.Kind kind = remarks.isEmpty() ? Reading.Kind.TAKE : Reading.Kind.DOUBT;
        remarks.addAll(filling.notes());
        return missing.isEmpty() ? reading(kind, filling.fact(), remarks) : reading(kind, remarks);
    }

    private @Nullable Reading change(Group group) {
        Filling filling = new Filling(by, group.items(), units);
        filling.change();
        if (!filling.saysSomething()) {
            return conditions(group);
        }
        Reading changed = reading(Reading.Kind.AMEND, filling.fact(), filling.doubts());
        boolean isDecided = group.items().keySet().containsAll(by.when().keySet());
        Reading otherwise = folded.state() == State.PARTIAL || !isDecided ? read(true) : null;
        return new Reading(
                changed.place(),
                changed.record(),
                changed.version(),
                changed.kind(),
                changed.facts(),
                changed.remarks(),
                otherwise);
    }

    /** Whether it is such a fact may have changed, and of the fact itself nothing is said. */
    private @Nullable Reading conditions(Group group) {
        List<Remark> changed = Stream.concat(by.when().keySet().stream(), by.denied().keySet().stream())
                .map(group.items()::get)
                .filter(Objects::nonNull)
                .map(item -> new Remark(
                        item.oid(), item.value(), "changed, and nothing else was sent: look up what it says now"))
                .toList();
        return changed.isEmpty() ? null : reading(Reading.Kind.DOUBT, changed);
    }

    private Reading reading(Reading.Kind kind, List<Remark> remarks) {
        return reading(kind, null, remarks);
    }

    private Reading reading(Reading.Kind kind, @Nullable ObjectNode fact, List<Remark> remarks) {
        Group group = folded.group();
        return new Reading(
                group.path() + " " + by.name(),
                group.path() + "#" + by.name(),
                group.at(),
                kind,
                fact == null ? List.of() : List.of(Reading.sorted(fact)),
                List.copyOf(remarks));
    }
}
