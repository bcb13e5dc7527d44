package org.protocolgate.evaluation;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Lab;
import org.protocolgate.protocol.Tables;

/** Creatinine in mg/dL, from the two units that can be converted. */
final class Creatinine {

    private static final String MOLAR = "umol/L per mg/dL";

    private Creatinine() {}

    /** Null where there is no value that is an answer, or its unit is neither mg/dL nor umol/L. */
    static @Nullable BigFraction perDecilitre(Lab lab, Tables tables) {
        if (lab.value() == null || !lab.isMeasured() || lab.value().signum() <= 0 || lab.unit() == null) {
            return null;
        }
        BigFraction value = Fractions.of(lab.value());
        return switch (lab.unit()) {
            case "mg/dL" -> value;
            case "umol/L" -> value.divide(Fractions.of(tables.number("cockcroft-gault", MOLAR)));
            default -> null;
        };
    }
}
