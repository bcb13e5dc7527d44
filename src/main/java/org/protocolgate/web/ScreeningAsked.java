package org.protocolgate.web;

import org.protocolgate.decision.Verdict;
import org.protocolgate.study.ScreeningLine;
import org.protocolgate.study.ScreeningWanted;

/** What an address asks of the screening log: which page of whose lines. */
record ScreeningAsked(ScreeningWanted wanted, int page, int limit) {

    private static final int LAST_PAGE = 1_000_000;
    private static final int MOST = 500;

    static ScreeningAsked of(AddressIn in, int usual) {
        ScreeningWanted wanted = wanted(in);
        return new ScreeningAsked(wanted, (int) in.number("page", 1, LAST_PAGE), (int) in.number("limit", usual, MOST));
    }

    static ScreeningWanted wanted(AddressIn in) {
        return new ScreeningWanted(
                in.text("participant"),
                in.word("state", ScreeningLine.State.class),
                in.level("level"),
                in.word("verdict", Verdict.class),
                in.day("from"),
                in.day("to"));
    }
}
