package org.protocolgate.screen;

import java.util.List;
import java.util.Locale;
import org.protocolgate.alert.AlertBook;
import org.protocolgate.alert.AlertView;

/**
 * Alerts that are not resolved, the most urgent first; those that were put off come last.
 *
 * @param alerts those that are shown
 * @param more whether there are others that are not on this page nor on another one of the list
 * @param number of the page, from 1 on
 * @param pages how many there are
 * @param part where the list can be fetched anew by itself
 */
public record AlertList(List<AlertView> alerts, boolean more, int number, int pages, String part) {

    private static final int FEW = 20;
    private static final int PAGE = 100;

    /** The few that press most and nobody has acknowledged or put off. */
    public static AlertList pressing(AlertBook book, Locale language) {
        List<AlertView> open = book.unseen(FEW + 1, language);
        return new AlertList(open.subList(0, Math.min(FEW, open.size())), open.size() > FEW, 1, 1, "/today/alerts");
    }

    /** A page of all of them. */
    public static AlertList all(AlertBook book, int number, Locale language) {
        AlertBook.Urgent page = book.urgent(number, PAGE, language);
        String part = "/alerts/list" + (page.number() == 1 ? "" : "?page=" + page.number());
        return new AlertList(page.alerts(), false, page.number(), page.pages(), part);
    }

    /** The page of all alerts in HTML. */
    public String in(Frame frame) {
        return Screens.page("alerts", frame, this);
    }

    /** The list by itself in HTML. */
    public String partIn(Frame frame, boolean forPage) {
        return Screens.part("alerts", forPage ? "table" : "list", frame, this);
    }
}
