package org.protocolgate.screen;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.study.Docket;

/**
 * A stored decision as a list to be printed and signed by hand.
 *
 * @param answerDigest digest of the answer in the language of the page
 * @param style the style sheet of the page
 */
record ChecklistPrint(Docket docket, DecisionView answer, String answerDigest, List<Line> criteria, String style) {

    /**
     * A criterion.
     *
     * @param statement what it demands, or null where the rules of the decision are not served any more
     * @param evidence the facts it rests on, in words
     */
    record Line(DecisionView.CriterionView answer, @Nullable String statement, List<String> evidence) {}

    String in(Frame frame) {
        return Screens.page("checklist-print", frame, this);
    }
}
