package org.protocolgate.intake;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a number may be. */
final class Numbers {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,100}(\\.[0-9]{1,100})?([eE][+-]?[0-9]{1,3})?");
    /** A power of ten beyond this is no measurement, and exact arithmetic on it has no end. */
    private static final int LARGEST_POWER = 300;
    /** More digits before the point than any dose has. */
    private static final int LEVEL_DIGITS = 15;

    private Numbers() {}

    /** A number written as text, or null where the text is none. */
    private static @Nullable BigDecimal read(String text) {
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /** Why a number cannot be taken, or null where it can. */
    static @Nullable String faultOf(BigDecimal number) {
        if (Math.abs((long) number.scale()) > LARGEST_POWER || number.precision() > LARGEST_POWER) {
            return "is not a finite number of a size that can be measured";
        }
        return number.signum() < 0 ? "must not be negative" : null;
    }

    private static boolean isWhole(BigDecimal number, int least, int most) {
        return number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    /** A number above 0 at a key. */
    static @Nullable BigDecimal aboveZero(ObjectIn in, String key) {
        BigDecimal number = in.number(key);
        if (number != null && number.signum() == 0) {
            in.fault(key, "must be above 0");
            return null;
        }
        return number;
    }

    /** A whole number within a range, at a key. */
    static @Nullable Integer count(ObjectIn in, String key, int least, int most) {
        BigDecimal number = in.number(key);
        if (number == null) {
            return null;
        }
        if (!isWhole(number, least, most)) {
            in.fault(key, "a whole number from " + least + " to " + most + " is expected");
            return null;
        }
        return number.intValueExact();
    }

    /** A number written as text, so that no reader rounds it, at a key. */
    static @Nullable BigDecimal level(ObjectIn in, String key) {
        if (!in.has(key)) {
            return null;
        }
        String text = in.textIfAny(key);
        BigDecimal level = text == null ? null : read(text);
        if (level == null || level.precision() - (long) level.scale() > LEVEL_DIGITS) {
            in.fault(
                    key,
                    "text that holds a number is expected, such as \"3.0e8\", of at most " + LEVEL_DIGITS
                            + " digits before the point");
            return null;
        }
        return in.inRange(key, level);
    }
}
