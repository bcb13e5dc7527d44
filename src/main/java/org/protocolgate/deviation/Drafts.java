package org.protocolgate.deviation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/** The deviations that wait for somebody to complete them. */
@Singleton
public final class Drafts {

    private final Deviations deviations;

    Drafts(Deviations deviations) {
        this.deviations = deviations;
    }

    /** Those of some participants, the oldest first; within the present transaction. */
    public List<DeviationView> of(List<String> participants, Locale language) {
        return deviations.drafts(participants).stream()
                .map(one -> DeviationView.of(one, List.of(), language))
                .toList();
    }
}
