package org.protocolgate.participant;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An allergy or intolerance; without a date it stands before every window. */
public record Allergy(
        Entry entry, @Nullable String substance, @Nullable Severity severity, Period period) implements Lasting {

    @Override
    public Allergy asOf(LocalDate today) {
        Period read = period.asOf(today);
        return read.equals(period) ? this : new Allergy(entry, substance, severity, read);
    }

    /** How severe the reaction was. */
    public enum Severity {
        MILD,
        MODERATE,
        SEVERE,
        LIFE_THREATENING
    }
}
