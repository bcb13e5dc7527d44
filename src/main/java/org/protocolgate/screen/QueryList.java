package org.protocolgate.screen;

import java.util.List;
import java.util.Map;
import org.protocolgate.query.QueryBook;
import org.protocolgate.query.QueryView;
import org.protocolgate.query.State;
import org.protocolgate.query.Wanted;

/**
 * Queries, those first that wait for the site.
 *
 * @param asked by what they are filtered, as it was typed
 * @param faults what cannot be read of it, by name; then nothing is listed
 * @param number of the page, from 1 on
 * @param more whether there is a page after it
 */
public record QueryList(
        Map<String, String> asked, Map<String, String> faults, List<QueryView> queries, int number, boolean more) {

    static final String PATH = "/queries";
    private static final int PAGE = 20;
    private static final String NUMBER = "page";

    /** A page. */
    public static QueryList of(QueryBook book, Wanted wanted, Map<String, String> asked, int number) {
        List<QueryView> found = book.list(wanted, PAGE + 1, (long) PAGE * (number - 1));
        return new QueryList(
                asked, Map.of(), found.subList(0, Math.min(PAGE, found.size())), number, found.size() > PAGE);
    }

    /** The page without a list, where the filter cannot be read. */
    public static QueryList faulty(Map<String, String> asked, Map<String, String> faults) {
        return new QueryList(asked, faults, List.of(), 1, false);
    }

    public List<State> states() {
        return List.of(State.values());
    }

    public String value(String name) {
        return asked.getOrDefault(name, "");
    }

    public boolean later() {
        return number > 1;
    }

    public String first() {
        return Address.with(PATH, asked, NUMBER, "");
    }

    public String next() {
        return Address.with(PATH, asked, NUMBER, String.valueOf(number + 1));
    }

    /** The page in HTML. */
    public String in(Frame frame) {
        return Screens.page("queries", frame, this);
    }
}
