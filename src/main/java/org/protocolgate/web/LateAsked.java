package org.protocolgate.web;

import org.protocolgate.intake.RefusedException;
import org.protocolgate.review.LateWanted;

/**
 * Which late entries an address asks for.
 *
 * @param page from 1 on
 */
record LateAsked(LateWanted wanted, int page, int limit) {

    static final String PAGE = "page";
    static final int LAST_PAGE = 100_000;
    static final int USUAL = 50;
    static final int MOST = 500;

    /** How much later is late where nobody says so; what came after an infusion is late by any day. */
    private static final int DAYS = 7;

    private static final int MOST_DAYS = 36_500;

    /** @throws RefusedException naming every fault in the address */
    static LateAsked of(AddressIn in) throws RefusedException {
        boolean afterInfusion = Boolean.TRUE.equals(in.flag("afterInfusion"));
        LateAsked read = new LateAsked(
                new LateWanted(
                        (int) in.count("days", afterInfusion ? 0 : DAYS, MOST_DAYS),
                        in.text("participant"),
                        in.text("type"),
                        Boolean.TRUE.equals(in.flag("sinceEnrolment")),
                        afterInfusion),
                (int) in.number(PAGE, 1, LAST_PAGE),
                (int) in.number("limit", USUAL, MOST));
        in.refuseOthers();
        return read;
    }
}
