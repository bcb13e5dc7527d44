package org.protocolgate.participant;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A disease or event of the medical history. */
public record Condition(
        Entry entry,
        Kind kind,
        @Nullable String name,
        Period period,
        @Nullable Integer grade,
        @Nullable Integer nyhaClass,
        @Nullable Boolean controlled,
        @Nullable Boolean symptomatic,
        @Nullable NephritisClass histologicalClass,
        @Nullable String exemption)
        implements Lasting {

    @Override
    public Condition asOf(LocalDate today) {
        Period read = period.asOf(today);
        return read.equals(period)
                ? this
                : new Condition(
                        entry,
                        kind,
                        name,
                        read,
                        grade,
                        nyhaClass,
                        controlled,
                        symptomatic,
                        histologicalClass,
                        exemption);
    }

    /** The conditions that the criteria name. */
    public enum Kind {
        SLE,
        SYSTEMIC_INFECTION,
        LUPUS_CRISIS,
        BLEEDING,
        HEART_FAILURE,
        MYOCARDIAL_INFARCTION,
        UNSTABLE_ANGINA,
        ATRIAL_ARRHYTHMIA,
        VENTRICULAR_ARRHYTHMIA,
        OTHER_SIGNIFICANT_HEART_DISEASE,
        CNS_LUPUS,
        CNS_DISEASE,
        MALIGNANCY,
        SUICIDAL_IDEATION,
        SUICIDAL_BEHAVIOUR,
        PREGNANCY,
        LACTATION,
        SEVERE_IMMUNE_THROMBOCYTOPENIA,
        LUPUS_NEPHRITIS,
        OTHER
    }

    /** Whether this is lupus nephritis of one of these histological classes. */
    public boolean nephritisOf(String... classes) {
        return kind == Kind.LUPUS_NEPHRITIS
                && histologicalClass != null
                && List.of(classes).contains(histologicalClass.toString());
    }

    /** Whether it may be: a class that is not recorded may be any. */
    public boolean nephritisPerhapsOf(String... classes) {
        return kind == Kind.LUPUS_NEPHRITIS && (histologicalClass == null || nephritisOf(classes));
    }

    /** Histological classes of lupus nephritis, as the biopsy report writes them. */
    public enum NephritisClass {
        I,
        II,
        III,
        IV,
        V,
        III_V,
        IV_V,
        VI;

        /** The class as written, such as {@code III+V}. */
        @Override
        public String toString() {
            return name().replace('_', '+');
        }
    }
}
