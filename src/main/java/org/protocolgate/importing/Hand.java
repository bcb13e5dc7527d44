package org.protocolgate.importing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.intake.SentFact;

/** Writes facts; by itself it writes nothing, as in a trial. */
interface Hand {

    /** @return the new fact's identifier, or null where nothing is written */
    default @Nullable UUID record(SentFact fact) {
        return null;
    }

    /** @return the new fact's identifier, or null where nothing is written */
    default @Nullable UUID correct(UUID old, SentFact by, String reason) {
        return null;
    }

    default void withdraw(UUID old, String reason) {}
}
