package org.protocolgate.rulebook;

import java.util.List;
import org.protocolgate.decision.Decision;

/** What the titles of rules say. */
final class RuleTitles {

    private RuleTitles() {}

    /** The reasons of the rules that fired: their titles after the status. */
    static List<String> fired(Decision decision) {
        return decision.evaluation().fired().stream()
                .map(firing -> reason(firing.rule()))
                .toList();
    }

    /** The part of a title after "id status - ". */
    static String reason(String title) {
        return title.substring(title.indexOf(" - ") + 3);
    }
}
