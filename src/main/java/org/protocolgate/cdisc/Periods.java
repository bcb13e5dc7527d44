package org.protocolgate.cdisc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** From when until when. What went on at a reference time has no known end after it. */
final class Periods {

    private static final Set<String> GOES_ON = Set.of("ONGOING", "AFTER", "DURING/AFTER", "COINCIDENT");

    private Periods() {}

    /** @param matters whether a missing end is to be asked for */
    static void fill(Row row, ObjectNode fact, Notes notes, boolean matters) {
        String start = row.get("STDTC");
        String end = row.get("ENDTC");
        notes.put(fact, "start", start);
        notes.put(fact, "end", end);
        if (start == null && matters) {
            notes.doubt("STDTC", "since when is not said");
        }
        if (end != null || !matters) {
            return;
        }
        String then = row.get("ENRTPT") == null ? row.get("ENRF") : row.get("ENRTPT");
        String when = row.get("ENTPT");
        notes.doubt(
                "ENDTC",
                then != null && GOES_ON.contains(then)
                        ? "went on" + (when == null ? " at a reference time" : " on " + when)
                                + "; whether it still does is not said: the end is not known"
                        : "until when is not said: the end is not known");
    }
}
