package org.protocolgate.protocol;

import org.jspecify.annotations.Nullable;

/**
 * One provision of the protocol, as its rule file states it.
 *
 * @param id identifier, such as {@code EXC-13}
 * @param gate the gate at which it is asked first
 * @param title a line for lists, with slots for numbers
 * @param statement what must hold, in the product's own words, with slots for numbers
 * @param cites section and item of the registry entry
 * @param reading how an ambiguous text is read until the sponsor says otherwise
 * @param clears the day that can be moved to clear a finding, or null where only new data can; {@link #GATE_DAY} where it
 *     is the asked gate's own
 * @param file the rule file, relative to the rule folder
 */
public record Criterion(
        String id,
        Gate gate,
        String title,
        String statement,
        String cites,
        @Nullable String reading,
        @Nullable String clears,
        String file) {

    /** Value of {@code clears} for a criterion that is counted from the day of whichever gate is asked. */
    public static final String GATE_DAY = "GATE";
}
