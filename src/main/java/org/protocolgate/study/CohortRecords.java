package org.protocolgate.study;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Gathers from the records of all participants what the rules about several of them need to know. */
@Singleton
final class CohortRecords {

    private final CohortRows rows;
    private final StudyMarks marks;
    private final AtomicReference<@Nullable Marked> last = new AtomicReference<>();

    CohortRecords(CohortRows rows, StudyMarks marks) {
        this.rows = rows;
        this.marks = marks;
    }

    /** Everybody as they are while a mark stands. */
    private record Marked(String study, UUID mark, Everybody everybody) {}

    /** Everybody, as it is now. */
    Everybody now(String study, ZoneId zone) {
        return Everybody.of(rows.ofStudy(study), zone);
    }

    /**
     * Everybody, as it is now, for one who asks about many participants: read again only where somebody has written to the study
     * since. Not for who writes to the study, whose own transaction has more to come.
     */
    Everybody unlessWritten(String study, ZoneId zone) {
        Optional<UUID> mark = marks.find(study);
        Marked before = last.get();
        if (before != null
                && before.study().equals(study)
                && mark.isPresent()
                && mark.get().equals(before.mark())) {
            return before.everybody();
        }
        // what is written from here on comes under another mark
        Everybody everybody = now(study, zone);
        mark.ifPresent(stands -> last.set(new Marked(study, stands, everybody)));
        return everybody;
    }

    /** Those around a participant, as it is now. */
    Seen around(String study, String self, ZoneId zone) {
        return now(study, zone).around(self);
    }

    /** The same as it was known at a moment. */
    Seen at(String study, String self, ZoneId zone, Instant moment) {
        return seen(study, self, zone, row -> !row.recordedAt().isAfter(moment));
    }

    /** The same as it was seen once before. */
    Seen again(String study, String self, ZoneId zone, Map<String, Long> known) {
        return seen(study, self, zone, row -> row.seq() <= known.getOrDefault(row.participant(), 0L));
    }

    private Seen seen(String study, String self, ZoneId zone, Predicate<CohortRow> recorded) {
        return Everybody.of(rows.ofStudy(study).stream().filter(recorded).toList(), zone)
                .around(self);
    }
}
