package org.protocolgate.participant;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A laboratory result: a value, a qualitative result, or both. */
public record Lab(
        Entry entry,
        Test test,
        @Nullable BigDecimal value,
        @Nullable String unit,
        @Nullable BigDecimal upperLimit,
        @Nullable Result result,
        boolean hydrated,
        PartialDate on)
        implements Dated {
    /** Whether there is a value that is an answer: one that the laboratory calls indeterminate is none. */
    public boolean isMeasured() {
        return value != null && result != Result.INDETERMINATE;
    }

    /** What was measured. */
    public enum Test {
        CREATININE,
        ALT,
        AST,
        TOTAL_BILIRUBIN,
        INR,
        APTT,
        ANA,
        ANTI_DSDNA,
        ANTI_SM,
        HCG_SERUM,
        HIV,
        SYPHILIS,
        HBSAG,
        HBV_DNA,
        HCV_AB,
        HCV_RNA,
        OTHER
    }

    /** A qualitative result; an indeterminate one is never an answer. */
    public enum Result {
        POSITIVE,
        NEGATIVE,
        INDETERMINATE
    }
}
