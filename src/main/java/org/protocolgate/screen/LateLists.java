package org.protocolgate.screen;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.protocolgate.decision.Wording;
import org.protocolgate.intake.SentFact;
import org.protocolgate.participant.Entry;
import org.protocolgate.protocol.ServedRules;
import org.protocolgate.review.ChangeBook;
import org.protocolgate.review.ChangeView;
import org.protocolgate.review.LateBook;
import org.protocolgate.review.LateView;
import org.protocolgate.review.LateWanted;

/** Reads what came late, and says each fact in words. */
@Singleton
public final class LateLists {

    private static final int PAGE = 50;

    private final LateBook late;
    private final ChangeBook changes;
    private final ServedRules rules;

    LateLists(LateBook late, ChangeBook changes, ServedRules rules) {
        this.late = late;
        this.changes = changes;
        this.rules = rules;
    }

    /**
     * A page of late entries.
     *
     * @param number from 1 on
     */
    public LateList late(LateWanted wanted, Map<String, String> asked, int number, Frame frame) {
        List<LateView> found = late.list(wanted, PAGE + 1, (long) PAGE * (number - 1));
        return new LateList(
                asked,
                Map.of(),
                wanted.days(),
                worded(found, frame, LateView::fact, LateView::body, LateList.Line::new),
                number,
                found.size() > PAGE);
    }

    /**
     * A page of changes after PROCEED.
     *
     * @param number from 1 on
     */
    public ChangeList changes(@Nullable String participant, Map<String, String> asked, int number, Frame frame) {
        List<ChangeView> found = changes.list(participant, PAGE + 1, (long) PAGE * (number - 1));
        return new ChangeList(
                asked,
                Map.of(),
                worded(found, frame, ChangeView::fact, ChangeView::body, ChangeList.Line::new),
                number,
                found.size() > PAGE);
    }

    private <V, L> List<L> worded(
            List<V> found, Frame frame, Function<V, UUID> id, Function<V, String> body, BiFunction<V, String, L> line) {
        return rules.ask(rulebook -> {
            var newest = rulebook.newest(rulebook.study()).orElseThrow();
            Wording wording = new Wording(newest, frame.language());
            return found.stream()
                    .limit(PAGE)
                    .map(one -> {
                        Entry entry = new Entry(id.apply(one).toString(), 0, null);
                        return line.apply(one, wording.fact(SentFact.kept(body.apply(one), entry, newest.zone())));
                    })
                    .toList();
        });
    }
}
