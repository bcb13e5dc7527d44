package org.protocolgate.study;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.protocolgate.decision.Verdict;
import org.protocolgate.dosing.LevelName;

/**
 * Whose lines of the screening log are wanted; what is null is not asked about.
 *
 * @param participant what the code begins with, in capitals or not
 * @param state how the participant stands
 * @param level the name of its dose level
 * @param verdict of the last answer
 * @param from the first day on which screening started, or consent was given where that is not known; a day that is not known is
 *     in no range
 * @param to the last such day
 */
public record ScreeningWanted(
        @Nullable String participant,
        ScreeningLine.@Nullable State state,
        @Nullable String level,
        @Nullable Verdict verdict,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** All of it. */
    public static final ScreeningWanted ALL = new ScreeningWanted(null, null, null, null, null, null);

    /** The one name of a level, however the number is written; empty where the text names none. */
    public static Optional<String> levelName(String text) {
        return LevelName.read(text).map(LevelName::of);
    }

    /** Whether the steps of everybody have to be known to answer it. */
    boolean asksForSteps() {
        return state != null || level != null || from != null || to != null;
    }

    boolean isOf(String code) {
        return participant == null || code.regionMatches(true, 0, participant, 0, participant.length());
    }

    boolean takes(ScreeningLine line) {
        return (state == null || state == line.state())
                && (level == null || level.equals(line.level()))
                && (verdict == null || verdict.name().equals(line.lastVerdict()))
                && isInRange(line.began());
    }

    private boolean isInRange(@Nullable LocalDate began) {
        return (from == null || began != null && !began.isBefore(from))
                && (to == null || began != null && !began.isAfter(to));
    }

    /** What was asked for, by its name in the address. */
    Map<String, Object> given() {
        Map<String, Object> given = new LinkedHashMap<>();
        put(given, "participant", participant);
        put(given, "state", state);
        put(given, "level", level);
        put(given, "verdict", verdict);
        put(given, "from", from);
        put(given, "to", to);
        return given;
    }

    private static void put(Map<String, Object> given, String name, @Nullable Object value) {
        if (value != null) {
            given.put(name, value.toString());
        }
    }
}
