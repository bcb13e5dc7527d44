package org.protocolgate.web;

import org.jspecify.annotations.Nullable;
import org.protocolgate.intake.RefusedException;

/**
 * Which changes after PROCEED an address asks for.
 *
 * @param participant whose; null for all
 * @param page from 1 on
 */
record ChangesAsked(@Nullable String participant, int page, int limit) {

    /** @throws RefusedException naming every fault in the address */
    static ChangesAsked of(AddressIn in) throws RefusedException {
        ChangesAsked read =
                new ChangesAsked(in.text("participant"), (int) in.number(LateAsked.PAGE, 1, LateAsked.LAST_PAGE), (int)
                        in.number("limit", LateAsked.USUAL, LateAsked.MOST));
        in.refuseOthers();
        return read;
    }
}
