package org.protocolgate.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit log are meant: those to which all that is given applies. What is null is not asked.
 *
 * @param participant code of the participant concerned
 * @param status a criterion's status, or a decision's verdict
 * @param user who did it
 * @param from the earliest moment
 * @param to the moment from which on entries are left out
 * @param without what is left out
 * @param reviewed decisions and fired rules alone: those with a mark that says so, or those without
 */
public record Filter(
        @Nullable String participant,
        @Nullable String level,
        @Nullable String criterion,
        @Nullable String rule,
        @Nullable String status,
        @Nullable UUID decision,
        @Nullable String user,
        @Nullable Action action,
        @Nullable Instant from,
        @Nullable Instant to,
        Set<Action> without,
        @Nullable Boolean reviewed) {

    public Filter {
        without = Set.copyOf(without);
    }

    /** Reviewed or not. */
    public Filter(
            @Nullable String participant,
            @Nullable String level,
            @Nullable String criterion,
            @Nullable String rule,
            @Nullable String status,
            @Nullable UUID decision,
            @Nullable String user,
            @Nullable Action action,
            @Nullable Instant from,
            @Nullable Instant to,
            Set<Action> without) {
        this(participant, level, criterion, rule, status, decision, user, action, from, to, without, null);
    }

    /** With nothing left out. */
    public Filter(
            @Nullable String participant,
            @Nullable String level,
            @Nullable String criterion,
            @Nullable String rule,
            @Nullable String status,
            @Nullable UUID decision,
            @Nullable String user,
            @Nullable Action action,
            @Nullable Instant from,
            @Nullable Instant to) {
        this(participant, level, criterion, rule, status, decision, user, action, from, to, Set.of());
    }

    /** All entries. */
    public static final Filter NONE = new Filter(null, null, null, null, null, null, null, null, null, null);

    /** What is asked, by name, in the order of the components. */
    public Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "participant", participant);
        put(given, "level", level);
        put(given, "criterion", criterion);
        put(given, "rule", rule);
        put(given, "status", status);
        put(given, "decision", decision);
        put(given, "user", user);
        put(given, "action", action);
        put(given, "from", from);
        put(given, "to", to);
        put(given, "without", without.isEmpty() ? null : String.join(",", actionsWithout()));
        put(given, "reviewed", reviewed);
        return given;
    }

    /** By name, in the order of the enumeration. */
    List<String> actionsWithout() {
        return new TreeSet<>(without).stream().map(Action::name).toList();
    }

    private static void put(Map<String, String> given, String name, @Nullable Object value) {
        if (value != null) {
            given.put(name, value.toString());
        }
    }
}
