package org.protocolgate.evaluation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/** Exact arithmetic on decimals as they were written. */
final class Fractions {

    private Fractions() {}

    static BigFraction of(BigDecimal value) {
        return value.scale() > 0
                ? BigFraction.of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : BigFraction.of(value.toBigIntegerExact());
    }

    /** To one decimal, rounded down, for people. */
    static String shown(BigFraction value) {
        return new BigDecimal(value.getNumerator())
                .divide(new BigDecimal(value.getDenominator()), MathContext.DECIMAL64)
                .setScale(1, RoundingMode.DOWN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
