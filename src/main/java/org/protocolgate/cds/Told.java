package org.protocolgate.cds;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.decision.Verdict;
import org.protocolgate.evaluation.Question;

/**
 * A card in the making.
 *
 * @param asked the question that it answers, or null where none was asked
 * @param verdict the answer to it
 */
record Told(
        String summary,
        List<String> lines,
        Card.Indicator indicator,
        @Nullable Question asked,
        @Nullable Verdict verdict) {

    /** The same with something more to know; it cannot be less urgent for that. */
    Told with(List<String> more, Card.Indicator atLeast) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(more);
        return new Told(summary, all, indicator.atLeast(atLeast), asked, verdict);
    }

    Card card(Card.Source source, List<Card.Coding> reasons, List<Card.Link> links) {
        return new Card(
                UUID.randomUUID(),
                Summary.of(summary),
                String.join("\n", lines),
                indicator,
                source,
                indicator == Card.Indicator.INFO ? List.of() : reasons,
                links);
    }
}
