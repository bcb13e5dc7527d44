package org.protocolgate.screen;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.protocolgate.decision.Verdict;
import org.protocolgate.study.ScreeningLine;

/**
 * The screening and enrolment log.
 *
 * @param asked by what it is filtered, as it was typed
 * @param faults what is wrong with that, by field; then nothing is shown
 * @param levels the names of the dose levels that can be asked for
 */
public record ScreeningList(
        Map<String, String> asked, Map<String, String> faults, ScreeningLine.Page log, List<String> levels) {

    private static final String PATH = "/screening-log";
    private static final String PAGE = "page";
    private static final String LIMIT = "limit";

    /** How many participants are on a page, unless the address asks for more. */
    public static final int USUAL = 50;

    private static final int MOST = 500;

    /** The page that says what is wrong with the address. */
    public static ScreeningList faulty(Map<String, String> asked, Map<String, String> faults, List<String> levels) {
        return new ScreeningList(asked, faults, new ScreeningLine.Page(List.of(), 1, 1, 0), levels);
    }

    public List<ScreeningLine.State> states() {
        return List.of(ScreeningLine.State.values());
    }

    public List<Verdict> verdicts() {
        return List.of(Verdict.values());
    }

    public String value(String name) {
        return asked.getOrDefault(name, "");
    }

    public String at(int page) {
        return Address.with(PATH, asked, PAGE, String.valueOf(page));
    }

    /** As many as go on one page, to be printed. */
    public String whole() {
        Map<String, String> all = new HashMap<>(asked);
        all.remove(PAGE);
        return Address.with(PATH, all, LIMIT, String.valueOf(MOST));
    }

    public boolean isShort() {
        return log.total() > USUAL && !asked.containsKey(LIMIT);
    }

    public String export() {
        Map<String, String> all = new HashMap<>(asked);
        all.remove(PAGE);
        all.remove(LIMIT);
        return Address.of("/api/screening-log/export", all);
    }

    /** The page in HTML. */
    public String in(Frame frame) {
        return Screens.page("screening-log", frame, this);
    }
}
