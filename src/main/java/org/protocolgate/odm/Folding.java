package org.protocolgate.odm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the transactions of a file come to, one after another. */
final class Folding {

    /** What became of a group. */
    enum State {
        /** All of its items are there. */
        WHOLE,
        /** It is new, or only items that changed are there. */
        PARTIAL,
        /** Only items that changed are there. */
        CHANGED,
        REMOVED,
        /** The file does not say. */
        UNSAID
    }

    /** A group as it is after all transactions. */
    record Folded(Group group, State state) {}

    private final Map<String, List<Folded>> states = new LinkedHashMap<>();

    private Folding() {}

    /** Of one subject's groups; two that are both said to be new stand both there, since they contradict each other. */
    static List<Folded> of(List<Group> groups) {
        Folding folding = new Folding();
        groups.forEach(folding::add);
        return folding.states.values().stream().flatMap(List::stream).toList();
    }

    private void add(Group group) {
        if (group.isAll()) {
            states.keySet().removeIf(path -> path.startsWith(group.path()));
            put(group.path() + "*", group, State.REMOVED);
            return;
        }
        List<Folded> before = states.computeIfAbsent(group.path(), path -> new ArrayList<>());
        Folded last = before.isEmpty() ? null : before.get(before.size() - 1);
        if (group.transaction() == null) {
            before.add(new Folded(group, State.UNSAID));
            return;
        }
        switch (group.transaction()) {
            case INSERT -> {
                if (last != null && last.state() == State.REMOVED) {
                    before.clear();
                }
                before.add(new Folded(group, State.WHOLE));
            }
            case REMOVE -> put(group.path(), group, State.REMOVED);
            case UPSERT -> change(before, last, group, State.PARTIAL);
            case UPDATE, CONTEXT -> change(before, last, group, State.CHANGED);
        }
    }

    private void put(String path, Group group, State state) {
        states.put(path, new ArrayList<>(List.of(new Folded(group, state))));
    }

    private static void change(List<Folded> before, @Nullable Folded last, Group group, State state) {
        if (last == null || last.state() == State.UNSAID) {
            before.add(new Folded(group, state));
        } else if (last.state() == State.REMOVED) {
            before.clear();
            before.add(new Folded(group, State.WHOLE));
        } else {
            Map<String, Item> items = new LinkedHashMap<>(last.group().items());
            items.putAll(group.items());
            before.set(
                    before.size() - 1,
                    new Folded(merged(group, items, last.group().at()), last.state()));
        }
    }

    private static Group merged(Group group, Map<String, Item> items, @Nullable String before) {
        return new Group(
                group.subject(),
                group.path(),
                group.event(),
                group.form(),
                group.oid(),
                group.transaction(),
                items,
                AuditTimes.later(before, group.at()));
    }
}
