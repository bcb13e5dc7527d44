package org.protocolgate.participant;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An adverse event and its grade from 1 to 5. */
public record AdverseEvent(
        Entry entry, @Nullable String term, @Nullable Integer grade, Period period) implements Lasting {

    @Override
    public AdverseEvent asOf(LocalDate today) {
        Period read = period.asOf(today);
        return read.equals(period) ? this : new AdverseEvent(entry, term, grade, read);
    }
}
