package org.protocolgate.cdisc;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a dataset.
 *
 * @param domain two letters, with which most of its variables begin
 * @param number from 1
 * @param values what is written, by variable; what is null or blank is not among them
 */
record Row(String domain, int number, Map<String, String> values) {

    /** A variable of the domain, by its name without the domain's letters; null where it is missing. */
    @Nullable
    String get(String variable) {
        return values.get(domain + variable);
    }

    boolean is(String variable, String value) {
        return value.equals(get(variable));
    }

    /** The number in a variable, or null where there is none. */
    @Nullable
    BigDecimal number(String variable) {
        String text = get(variable);
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @Nullable
    String subject() {
        return values.get("USUBJID");
    }

    String place() {
        return domain + " row " + number;
    }
}
