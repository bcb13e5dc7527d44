package org.protocolgate.participant;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A procedure done, going on, or planned. */
public record Procedure(
        Entry entry,
        Kind kind,
        @Nullable String name,
        Period period,
        @Nullable String reason,
        boolean planned) implements Lasting {

    @Override
    public Procedure asOf(LocalDate today) {
        Period read = period.asOf(today);
        return read.equals(period) ? this : new Procedure(entry, kind, name, read, reason, planned);
    }

    /** The procedures that the criteria name. */
    public enum Kind {
        HEMODIALYSIS,
        PLASMA_EXCHANGE,
        PLASMA_SEPARATION,
        CAR_T,
        GENE_MODIFIED_T_CELL,
        MAJOR_ORGAN_TRANSPLANT,
        HSCT,
        MAJOR_SURGERY,
        OTHER
    }
}
