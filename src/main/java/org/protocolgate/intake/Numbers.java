package org.protocolgate.intake;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a number may be. */
final class Numbers {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,100}(\\.[0-9]{1,100})?([eE][+-]?[0-9]{1,3})?");
    /** A power of ten beyond this is no measurement, and exact arithmetic on it has no end. */
    private static final int LARGEST_POWER = 300;

    private Numbers() {}

    /** A number written as text, or null where the text is none. */
    static @Nullable BigDecimal read(String text) {
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /** Why a number cannot be taken, or null where it can. */
    static @Nullable String faultOf(BigDecimal number) {
        if (Math.abs((long) number.scale()) > LARGEST_POWER || number.precision() > LARGEST_POWER) {
            return "is not a finite number of a size that can be measured";
        }
        return number.signum() < 0 ? "must not be negative" : null;
    }

    static boolean isWhole(BigDecimal number, int least, int most) {
        return number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }
}
