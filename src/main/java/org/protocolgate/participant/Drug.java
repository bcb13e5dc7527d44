package org.protocolgate.participant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A drug taken, with its dose a day where that is known. */
public record Drug(
        Entry entry,
        @Nullable Code code,
        @Nullable String name,
        @Nullable Route route,
        @Nullable Quantity dailyDose,
        Period period,
        @Nullable String indication,
        @Nullable Set<DrugClass> classifiedAs)
        implements Lasting {

    @Override
    public Drug asOf(LocalDate today) {
        Period read = period.asOf(today);
        return read.equals(period)
                ? this
                : new Drug(entry, code, name, route, dailyDose, read, indication, classifiedAs);
    }

    /** A code and the system it belongs to; a number without its system says nothing. */
    public record Code(CodeSystem system, String value) {

        /** The coding systems that can be mapped. */
        public enum CodeSystem {
            ATC,
            RXNORM
        }
    }

    /** An amount and its unit as recorded. */
    public record Quantity(BigDecimal value, @Nullable String unit) {}

    /** How it was given. */
    public enum Route {
        ORAL,
        INTRAVENOUS,
        INTRAMUSCULAR,
        SUBCUTANEOUS,
        TOPICAL,
        INHALED,
        INTRANASAL,
        OPHTHALMIC,
        OTIC,
        RECTAL_TOPICAL,
        INTRA_ARTICULAR,
        OTHER;

        /** Whether it acts where it is put, so that most class rules leave it out. */
        public boolean isLocal() {
            return switch (this) {
                case TOPICAL, INHALED, INTRANASAL, OPHTHALMIC, OTIC, RECTAL_TOPICAL -> true;
                default -> false;
            };
        }
    }
}
