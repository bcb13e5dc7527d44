package org.protocolgate.web;

import org.protocolgate.intake.RefusedException;
import org.protocolgate.query.State;
import org.protocolgate.query.Wanted;

/**
 * Which queries an address asks for.
 *
 * @param page from 1 on
 */
record QueriesAsked(Wanted wanted, int page, int limit) {

    static final String PAGE = "page";

    private static final int LAST_PAGE = 100_000;
    private static final int USUAL = 50;
    private static final int MOST = 500;

    /** @throws RefusedException naming every fault in the address */
    static QueriesAsked of(AddressIn in) throws RefusedException {
        QueriesAsked read = new QueriesAsked(
                new Wanted(in.text("participant"), in.text("subject"), in.word("state", State.class)),
                (int) in.number(PAGE, 1, LAST_PAGE),
                (int) in.number("limit", USUAL, MOST));
        in.refuseOthers();
        return read;
    }
}
