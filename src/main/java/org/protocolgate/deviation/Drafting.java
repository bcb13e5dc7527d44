package org.protocolgate.deviation;

import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.protocolgate.protocol.Dosing;
import org.protocolgate.protocol.Rulebook;
import org.protocolgate.study.Change;
import org.protocolgate.study.Consequence;
import org.protocolgate.study.Hindsight;
import org.protocolgate.study.Past;
import org.protocolgate.study.Reconsidered;

/**
 * Drafts deviations, and says of which the cause is gone, in the transaction of what brought that to light. Comes after
 * authorisations have ended, by which it judges, and before alerts, which tell of it.
 */
@Singleton
@Order(Drafting.BETWEEN)
final class Drafting implements Consequence {

    static final int BETWEEN = 0;

    private final Hindsight hindsight;
    private final Deviations deviations;
    private final Register register;

    Drafting(Hindsight hindsight, Deviations deviations, Register register) {
        this.hindsight = hindsight;
        this.deviations = deviations;
        this.register = register;
    }

    @Override
    public void of(Change change, Rulebook rulebook) {
        Reconsidered reconsidered = hindsight.after(change, rulebook);
        Outcome outcome = new Outcome();
        for (Past past : reconsidered.pasts()) {
            Comparison comparison = new Comparison(past, deviations.standing(past.participant()));
            outcome.gone(comparison.gone());
            for (Draft draft : comparison.found()) {
                note(draft, past.participant(), change, reconsidered, sentinel(change, rulebook), outcome);
            }
        }
        for (String participant : new TreeSet<>(outcome.participants())) {
            register.enter(participant, outcome.found(participant), outcome.gone(participant));
        }
    }

    /** A criterion of the sentinel that another one's record turned is a deviation on both. */
    private static void note(
            Draft draft,
            String participant,
            Change change,
            Reconsidered reconsidered,
            @Nullable String sentinel,
            Outcome outcome) {
        String changed = change.participant();
        boolean ofSentinel = draft.kind() == Kind.CRITERION_NOT_MET && draft.isOn(sentinel);
        if (changed != null && !changed.equals(participant) && ofSentinel) {
            outcome.found(participant, draft.shownBy(changed));
            List<String> records = reconsidered.records();
            if (!records.isEmpty()) {
                outcome.found(changed, draft.asSeenFrom(participant, records));
            }
        } else {
            outcome.found(participant, draft);
        }
    }

    private static @Nullable String sentinel(Change change, Rulebook rulebook) {
        Dosing dosing = rulebook.newest(change.study()).orElseThrow().dosing();
        return dosing == null ? null : dosing.sentinel();
    }
}
