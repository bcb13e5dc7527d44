package org.protocolgate.decision;

import org.protocolgate.evaluation.Status;

/** The answer for a gate: that of its most severe criterion. */
public enum Verdict {
    PROCEED,
    PROVISIONAL,
    INCOMPLETE,
    HOLD;

    static Verdict of(Status worst) {
        return switch (worst) {
            case NOT_MET -> HOLD;
            case UNKNOWN -> INCOMPLETE;
            case PROVISIONAL -> PROVISIONAL;
            case MET, NOT_APPLICABLE -> PROCEED;
        };
    }
}
