package org.protocolgate.deviation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.protocolgate.study.Act;
import org.protocolgate.study.Authority;
import org.protocolgate.study.Past;

/**
 * Holds what was done to a participant against the deviations that stand: what has to be drafted, and of what the cause is gone.
 * Doubt does neither: what surely stood in the way is drafted, and a draft stands until that surely did not.
 *
 * @param standing those of the participant, and of others on its account
 */
record Comparison(Past past, List<Deviation> standing) {

    List<Draft> found() {
        List<Draft> wanted = new ArrayList<>();
        for (Act act : past.acts()) {
            Authority authority = act.authority();
            if (authority != null && !authority.isGiven()) {
                wanted.add(Draft.notAuthorised(act, authority));
            }
            act.notMet().forEach(judged -> wanted.add(Draft.notMet(act, judged)));
        }
        List<Draft> drafted = standing.stream()
                .filter(one -> one.participant().equals(past.participant()))
                .map(Deviation::draft)
                .toList();
        return wanted.stream()
                .filter(draft -> drafted.stream().noneMatch(draft::isSameAs))
                .toList();
    }

    List<Deviation> gone() {
        return standing.stream()
                .filter(one -> isOfActs(one) && isGone(one.draft()))
                .toList();
    }

    /** Whether it rests on what was done to this participant: on its own account, or on the other's whose record showed it. */
    private boolean isOfActs(Deviation one) {
        boolean own = one.participant().equals(past.participant());
        return past.gates().contains(one.draft().gate()) && own != (one.draft().kind() == Kind.SENTINEL_CHANGED);
    }

    private boolean isGone(Draft draft) {
        return past.acts().stream()
                .filter(act -> act.gate() == draft.gate())
                .noneMatch(act -> draft.kind() == Kind.NOT_AUTHORISED
                        ? isUnauthorised(act, draft.day())
                        : mayHaveStood(act, draft));
    }

    private static boolean isUnauthorised(Act act, String day) {
        Authority authority = act.authority();
        return authority != null && !authority.isGiven() && day(act).equals(day);
    }

    private static String day(Act act) {
        return act.on().isFull() ? act.on().latest().toString() : act.on().toString();
    }

    private static boolean mayHaveStood(Act act, Draft draft) {
        LocalDate day = draft.fullDay();
        return act.on().perhapsWithin(day, day) && act.mayHaveStood(Objects.requireNonNull(draft.criterion()));
    }
}
