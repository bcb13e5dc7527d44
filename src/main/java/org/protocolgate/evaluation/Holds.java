package org.protocolgate.evaluation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long a finding surely goes on holding while a day is moved forward; a search for a clearing date may jump that far
 * without asking. Saying too little costs time, saying too much would be wrong.
 *
 * @param anchor the day that has to move; null where the finding holds whatever moves
 * @param until the first day of that anchor on which the finding may cease; null where there is none
 */
public record Holds(@Nullable AnchorDay anchor, @Nullable LocalDate until) {

    /** Nothing is known: it may cease on the very next day. */
    static final @Nullable Holds UNTOLD = null;

    /** It holds on every later day. */
    static final Holds FOR_GOOD = new Holds(null, null);
}
