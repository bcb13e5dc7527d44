package org.protocolgate.protocol;

import java.math.BigDecimal;
import java.util.Map;

/**
 * One number of the protocol.
 *
 * @param key the criterion and what the number is for, such as {@code EXC-13.washout}
 * @param unit its unit, of time or another
 * @param step by how much a mutation test shifts it: the smallest change that a case has to notice
 * @param cites where the protocol states it
 * @param values the value by protocol version
 */
public record Limit(String key, String unit, BigDecimal step, String cites, Map<String, BigDecimal> values) {

    private static final BigDecimal MILLION = new BigDecimal("1e6");

    /** The identifier of the criterion that the number belongs to. */
    public String criterion() {
        return key.substring(0, key.indexOf('.'));
    }

    /** What the number is for, such as {@code washout}: the slot by which sentences name it. */
    public String name() {
        return key.substring(key.indexOf('.') + 1);
    }

    /** A number as people read it: large ones in powers of ten, such as 3.0e8. */
    public static String shown(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.abs().compareTo(MILLION) < 0) {
            return plain.toPlainString();
        }
        int power = plain.precision() - plain.scale() - 1;
        BigDecimal mantissa = plain.movePointLeft(power);
        return (mantissa.scale() < 1 ? mantissa.setScale(1) : mantissa).toPlainString() + "e" + power;
    }
}
