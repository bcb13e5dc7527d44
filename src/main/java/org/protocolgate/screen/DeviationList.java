package org.protocolgate.screen;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.deviation.DeviationBook;
import org.protocolgate.deviation.DeviationView;
import org.protocolgate.deviation.Wanted;

/**
 * Deviations, newest first.
 *
 * @param asked by what they are filtered, as it was typed
 * @param faults what cannot be read of it, by name; then nothing is listed
 * @param next where the next page begins, or null on the last
 * @param later whether it is not the first page
 */
public record DeviationList(
        Map<String, String> asked,
        Map<String, String> faults,
        List<DeviationView> deviations,
        @Nullable UUID next,
        boolean later) {

    private static final String PATH = "/deviations";
    private static final int PAGE = 20;

    /** A page. */
    public static DeviationList of(
            DeviationBook book, Wanted wanted, Map<String, String> asked, @Nullable UUID before, Frame frame) {
        List<DeviationView> found = book.newest(wanted, before, PAGE + 1, frame.language());
        List<DeviationView> page = found.subList(0, Math.min(PAGE, found.size()));
        UUID next = found.size() > PAGE ? page.get(PAGE - 1).id() : null;
        return new DeviationList(asked, Map.of(), page, next, before != null);
    }

    /** The page without a list, where the filter cannot be read. */
    public static DeviationList faulty(Map<String, String> asked, Map<String, String> faults) {
        return new DeviationList(asked, faults, List.of(), null, false);
    }

    public List<DeviationView.State> states() {
        return List.of(DeviationView.State.values());
    }

    public String value(String name) {
        return asked.getOrDefault(name, "");
    }

    public String older() {
        return Address.with(PATH, asked, "before", String.valueOf(next));
    }

    public String newest() {
        return Address.of(PATH, asked);
    }

    public String export() {
        return Address.of("/api/deviations/export", asked);
    }

    /** The page in HTML. */
    public String in(Frame frame) {
        return Screens.page("deviations", frame, this);
    }
}
