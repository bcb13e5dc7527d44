package org.protocolgate.screen;

import java.util.List;
import java.util.Map;
import org.protocolgate.review.ChangeView;

/**
 * Facts that changed after an answer had been PROCEED.
 *
 * @param asked by what they are filtered, as it was typed
 * @param faults what cannot be read of it, by name; then nothing is listed
 * @param number of the page, from 1 on
 * @param more whether there is a page after it
 */
public record ChangeList(
        Map<String, String> asked, Map<String, String> faults, List<Line> lines, int number, boolean more) {

    private static final String PATH = "/changes";

    /**
     * A change.
     *
     * @param words what the fact said before
     */
    record Line(ChangeView change, String words) {}

    /** The page without a list, where the filter cannot be read. */
    public static ChangeList faulty(Map<String, String> asked, Map<String, String> faults) {
        return new ChangeList(asked, faults, List.of(), 1, false);
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
        return Address.of("/api/changes-after-proceed/export", asked);
    }

    /** The page in HTML. */
    public String in(Frame frame) {
        return Screens.page("changes", frame, this);
    }
}
