package org.protocolgate.evaluation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Condition;
import org.protocolgate.protocol.Span;

/** When lupus began: of several records the one that reaches back furthest counts. */
public final class DiseaseOnset {

    private final List<Condition> records;

    DiseaseOnset(List<Condition> records) {
        this.records = records;
    }

    /** Whether it surely began on the day or before. */
    public boolean surelyBy(LocalDate day) {
        return records.stream().anyMatch(c -> !c.period().latestStart().isAfter(day));
    }

    /** Whether it is recorded and surely began after the day. */
    public boolean surelyAfter(LocalDate day) {
        return !records.isEmpty()
                && records.stream().allMatch(c -> c.period().earliestStart().isAfter(day));
    }

    /** The first day from which looking back over the span may reach the onset, or null where none is recorded. */
    public @Nullable LocalDate firstDayPerhapsLongEnough(Span span) {
        return records.stream()
                .map(c -> span.firstDayReaching(c.period().earliestStart()))
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    public List<Condition> getFacts() {
        return records;
    }
}
