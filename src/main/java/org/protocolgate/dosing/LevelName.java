package org.protocolgate.dosing;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a dose level is written: {@code 3.0e8}, {@code 3.75e8}. */
public final class LevelName {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?");
    /** Digits, and powers of ten either way, beyond which no dose is meant. */
    private static final int MOST = 20;

    private LevelName() {}

    /** The one name of a level, however the number was written. */
    public static String of(BigDecimal level) {
        if (level.signum() == 0) {
            return "0.0e0";
        }
        BigDecimal plain = level.stripTrailingZeros();
        int power = power(plain);
        BigDecimal mantissa = plain.movePointLeft(power);
        return mantissa.setScale(Math.max(1, mantissa.scale())).toPlainString() + "e" + power;
    }

    /** The level that a text names, above 0; empty where it names none, or one of more than 20 digits or powers of ten. */
    public static Optional<BigDecimal> read(String text) {
        return NUMBER.matcher(text).matches()
                ? Optional.of(new BigDecimal(text)).filter(LevelName::isOfADose)
                : Optional.empty();
    }

    private static boolean isOfADose(BigDecimal level) {
        BigDecimal plain = level.stripTrailingZeros();
        return plain.signum() > 0 && plain.precision() <= MOST && Math.abs(power(plain)) <= MOST;
    }

    private static int power(BigDecimal plain) {
        return plain.precision() - plain.scale() - 1;
    }
}
