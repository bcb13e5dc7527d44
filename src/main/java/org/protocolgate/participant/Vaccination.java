package org.protocolgate.participant;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A vaccination and the kind of its vaccine. */
public record Vaccination(
        Entry entry, @Nullable Kind kind, @Nullable String name, Period period) implements Lasting {

    @Override
    public Vaccination asOf(LocalDate today) {
        Period read = period.asOf(today);
        return read.equals(period) ? this : new Vaccination(entry, kind, name, read);
    }

    /** Vaccine platforms. */
    public enum Kind {
        LIVE_ATTENUATED,
        INACTIVATED,
        RNA,
        SUBUNIT,
        VIRAL_VECTOR,
        TOXOID,
        OTHER
    }
}
