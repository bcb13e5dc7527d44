package org.protocolgate.dosing;

import org.jspecify.annotations.Nullable;

/** What the two designs advise at a dose level, side by side. People decide. */
public record Advice(Move i3plus3, Move boin) {

    /** The advice by the numbers of a level, or null where nobody is evaluable. */
    public static @Nullable Advice of(Designs designs, DltNumbers numbers) {
        return numbers.evaluable() == 0
                ? null
                : new Advice(
                        designs.i3plus3(numbers.dlts(), numbers.evaluable()),
                        designs.boin(numbers.dlts(), numbers.evaluable()));
    }

    public boolean differ() {
        return i3plus3 != boin;
    }
}
