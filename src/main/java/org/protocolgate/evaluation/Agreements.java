package org.protocolgate.evaluation;

import java.util.List;
import org.protocolgate.participant.Agreement;

/** What a participant agreed to or refused. */
final class Agreements {

    private final List<Agreement> all;

    Agreements(List<Agreement> all) {
        this.all = all;
    }

    /** The latest answer of a kind within a window. */
    LatestAnswer latest(Agreement.Kind kind, Window window) {
        List<Agreement> ofKind = all.stream().filter(a -> a.kind() == kind).toList();
        return new LatestAnswer(Latest.of(ofKind, window.from(), window.to()));
    }
}
