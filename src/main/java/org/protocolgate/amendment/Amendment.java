package org.protocolgate.amendment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.protocol.Criterion;
import org.protocolgate.protocol.Limit;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.RuleFolder;
import org.protocolgate.protocol.RuleText;

/**
 * What one version of a protocol changes against another.
 *
 * @param numbers the numbers that differ
 * @param rules the rules that only one of the two asks
 * @param texts the sentences that differ, in English
 */
public record Amendment(
        ProtocolVersion from, ProtocolVersion to, List<Change> numbers, List<Change> rules, List<Change> texts) {

    /**
     * One difference.
     *
     * @param what the number, rule or sentence
     * @param before what it was, or null where there was none
     * @param after what it is, or null where there is none
     */
    public record Change(
            String what, @Nullable String before, @Nullable String after) {}

    /** What the second version changes against the first; both are of one study, whose files the folder holds. */
    public static Amendment between(ProtocolVersion from, ProtocolVersion to, RuleFolder folder) {
        return new Amendment(from, to, numbers(from, to), rules(from, to, folder), texts(from, to));
    }

    private static List<Change> numbers(ProtocolVersion from, ProtocolVersion to) {
        return to.limits().all().values().stream()
                .sorted(java.util.Comparator.comparing(Limit::key))
                .map(limit ->
                        new Change(limit.key() + " (" + limit.cites() + ")", shown(from, limit), shown(to, limit)))
                .filter(Amendment::differs)
                .toList();
    }

    private static @Nullable String shown(ProtocolVersion version, Limit limit) {
        return version.limits().has(limit.key()) ? version.shown(limit, Locale.ENGLISH) : null;
    }

    private static List<Change> rules(ProtocolVersion from, ProtocolVersion to, RuleFolder folder) {
        List<Change> changes = new ArrayList<>();
        folder.files().forEach((path, text) -> {
            if (path.endsWith(".drl")) {
                for (RuleText rule : RuleText.rules(text)) {
                    boolean before = rule.isAskedIn(from.lineage());
                    boolean after = rule.isAskedIn(to.lineage());
                    changes.add(new Change(rule.name(), before ? "asked" : null, after ? "asked" : null));
                }
            }
        });
        return changes.stream().filter(Amendment::differs).toList();
    }

    private static List<Change> texts(ProtocolVersion from, ProtocolVersion to) {
        return to.criteria().stream()
                .flatMap(criterion -> Stream.of(
                        new Change(criterion.id() + " title", title(from, criterion), title(to, criterion)),
                        new Change(
                                criterion.id() + " statement",
                                from.statement(criterion, Locale.ENGLISH),
                                to.statement(criterion, Locale.ENGLISH)),
                        new Change(
                                criterion.id() + " reading",
                                from.reading(criterion, Locale.ENGLISH),
                                to.reading(criterion, Locale.ENGLISH))))
                .filter(Amendment::differs)
                .toList();
    }

    private static String title(ProtocolVersion version, Criterion criterion) {
        return version.title(criterion, Locale.ENGLISH);
    }

    private static boolean differs(Change change) {
        return !Objects.equals(change.before(), change.after());
    }
}
