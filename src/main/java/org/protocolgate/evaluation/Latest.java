package org.protocolgate.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Dated;

/**
 * The latest of some records within a range of days, as far as their dates tell.
 *
 * @param state whether there is one, and whether it is sure which one
 * @param value the latest, where it is known
 * @param candidates the records that leave the doubt, where there is one
 */
record Latest<T extends Dated>(State state, @Nullable T value, List<T> candidates) {

    enum State {
        NONE,
        VAGUE,
        KNOWN
    }

    /**
     * Among those surely in the range the last in the order of records; vague when another, surely or perhaps in the
     * range, could be later, or when all lie there only perhaps.
     */
    static <T extends Dated> Latest<T> of(List<T> records, LocalDate from, LocalDate to) {
        List<T> perhaps = new ArrayList<>();
        T chosen = null;
        for (T candidate : records) {
            if (!candidate.on().perhapsWithin(from, to)) {
                continue;
            }
            perhaps.add(candidate);
            boolean later = chosen == null || ORDER.compare(candidate, chosen) > 0;
            if (candidate.on().surelyWithin(from, to) && later) {
                chosen = candidate;
            }
        }
        if (chosen == null) {
            return new Latest<>(perhaps.isEmpty() ? State.NONE : State.VAGUE, null, perhaps);
        }
        for (T other : perhaps) {
            if (!other.equals(chosen)
                    && other.on().lastMoment().isAfter(chosen.on().firstMoment())) {
                return new Latest<>(State.VAGUE, null, perhaps);
            }
        }
        return new Latest<>(State.KNOWN, chosen, List.of());
    }

    /** What the answer rests on: the latest record, or those that leave the doubt. */
    List<T> facts() {
        return value == null ? candidates : List.of(value);
    }

    /** The order of records: by the last moment each can be, then by when it was recorded. */
    static final Comparator<Dated> ORDER = Comparator.<Dated, java.time.LocalDateTime>comparing(
                    r -> r.on().lastMoment())
            .thenComparingInt(Dated::rank);
}
