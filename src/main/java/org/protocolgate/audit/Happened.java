package org.protocolgate.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be entered in the audit log.
 *
 * @param participant code of the participant concerned
 * @param status a criterion's status, or a decision's verdict
 * @param decision the decision it belongs to
 * @param record identifier of the record it tells of
 * @param details what else there is to tell: texts, whole numbers, flags, and lists and maps of them; never free text that a
 *     person entered about a participant
 */
public record Happened(
        Action action,
        @Nullable String participant,
        @Nullable String level,
        @Nullable String criterion,
        @Nullable String rule,
        @Nullable String status,
        @Nullable UUID decision,
        @Nullable String record,
        Map<String, Object> details) {

    public static Happened of(Action action) {
        return new Happened(action, null, null, null, null, null, null, null, Map.of());
    }

    public Happened to(String code) {
        return new Happened(action, code, level, criterion, rule, status, decision, record, details);
    }

    public Happened on(String name) {
        return new Happened(action, participant, name, criterion, rule, status, decision, record, details);
    }

    public Happened of(@Nullable String id) {
        return new Happened(action, participant, level, id, rule, status, decision, record, details);
    }

    public Happened about(Object id) {
        return new Happened(action, participant, level, criterion, rule, status, decision, id.toString(), details);
    }

    public Happened in(UUID made) {
        return new Happened(action, participant, level, criterion, rule, status, made, record, details);
    }

    public Happened came(Object to) {
        return new Happened(action, participant, level, criterion, rule, to.toString(), decision, record, details);
    }

    /** A rule that fired, and the criterion and status that it speaks of. */
    public Happened by(String name, @Nullable String of, @Nullable Object found) {
        String as = found == null ? null : found.toString();
        return new Happened(action, participant, level, of, name, as, decision, record, details);
    }

    /** Tells more; a null is left out. */
    public Happened with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new Happened(action, participant, level, criterion, rule, status, decision, record, more);
    }
}
