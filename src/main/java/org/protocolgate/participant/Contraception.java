package org.protocolgate.participant;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A method of contraception in use. */
public record Contraception(Entry entry, @Nullable Method method, Period period) implements Lasting {

    @Override
    public Contraception asOf(LocalDate today) {
        Period read = period.asOf(today);
        return read.equals(period) ? this : new Contraception(entry, method, read);
    }

    /** Methods, as the protocol tells highly effective ones from others. */
    public enum Method {
        COMBINED_HORMONAL,
        PROGESTOGEN_ONLY_OVULATION_INHIBITING,
        IUD,
        IUS,
        TUBAL_OCCLUSION,
        VASECTOMISED_PARTNER,
        ABSTINENCE,
        BARRIER,
        WITHDRAWAL,
        FERTILITY_AWARENESS,
        OTHER
    }
}
