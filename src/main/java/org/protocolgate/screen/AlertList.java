package org.protocolgate.screen;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.protocolgate.alert.AlertBook;
import org.protocolgate.alert.AlertView;
import org.protocolgate.alert.Severity;

/**
 * Alerts that are not resolved, the most urgent first; those that were put off come last.
 *
 * @param alerts those that are shown
 * @param more whether there are others
 * @param part where the list can be fetched anew by itself
 */
public record AlertList(List<AlertView> alerts, boolean more, String part) {

    private static final int FEW = 20;
    private static final int MANY = 200;

    private static final Comparator<AlertView> MOST_URGENT = Comparator.comparing(
                    (AlertView alert) -> alert.state() == AlertView.State.SNOOZED)
            .thenComparing(AlertView::severity, Comparator.reverseOrder())
            .thenComparing(AlertView::raisedAt, Comparator.reverseOrder());

    /** The few that press most and nobody has acknowledged or put off. */
    public static AlertList pressing(AlertBook book, Locale language) {
        List<AlertView> open = open(book, language).stream()
                .filter(alert -> alert.state() == AlertView.State.OPEN)
                .toList();
        return new AlertList(open.stream().limit(FEW).toList(), open.size() > FEW, "/today/alerts");
    }

    /** All of them, up to a number of each severity. */
    public static AlertList all(AlertBook book, Locale language) {
        List<AlertView> open = open(book, language);
        boolean more = Arrays.stream(Severity.values())
                .anyMatch(severity -> open.stream()
                                .filter(alert -> alert.severity() == severity)
                                .count()
                        >= MANY);
        return new AlertList(open, more, "/alerts/list");
    }

    private static List<AlertView> open(AlertBook book, Locale language) {
        return Arrays.stream(Severity.values())
                .flatMap(severity -> book.page(null, severity, true, null, MANY, language).alerts().stream())
                .sorted(MOST_URGENT)
                .toList();
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
