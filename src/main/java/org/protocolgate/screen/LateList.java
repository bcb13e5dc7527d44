package org.protocolgate.screen;

import java.util.List;
import java.util.Map;
import org.protocolgate.review.LateView;

/**
 * Facts that were recorded late.
 *
 * @param asked by what they are filtered, as it was typed
 * @param faults what cannot be read of it, by name; then nothing is listed
 * @param days how much later is late
 * @param number of the page, from 1 on
 * @param more whether there is a page after it
 */
public record LateList(
        Map<String, String> asked, Map<String, String> faults, int days, List<Line> lines, int number, boolean more) {

    private static final String PATH = "/late";

    /**
     * An entry.
     *
     * @param words what the fact says
     */
    record Line(LateView entry, String words) {

        /** When it happened, as far as is known. */
        public String happened() {
            return entry.from().equals(entry.to()) ? entry.from().toString() : entry.from() + " – " + entry.to();
        }
    }

    /** The page without a list, where the filter cannot be read. */
    public static LateList faulty(Map<String, String> asked, Map<String, String> faults) {
        return new LateList(asked, faults, 0, List.of(), 1, false);
    }

    public String value(String name) {
        return asked.getOrDefault(name, "");
    }

    public boolean later() {
        return number > 1;
    }

    public String first() {
        return Address.of(PATH, asked);
    }

    public String next() {
        return Address.with(PATH, asked, "page", String.valueOf(number + 1));
    }

    public String export() {
        return Address.of("/api/late-entries/export", asked);
    }

    /** The page in HTML. */
    public String in(Frame frame) {
        return Screens.page("late", frame, this);
    }
}
