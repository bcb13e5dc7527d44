package org.protocolgate.evaluation;

import java.util.List;
import org.protocolgate.participant.Agreement;

/** The latest answer: given, refused, missing, or of a date too vague to tell which is the latest. */
public final class LatestAnswer {

    private final Latest<Agreement> latest;

    LatestAnswer(Latest<Agreement> latest) {
        this.latest = latest;
    }

    public boolean isMissing() {
        return latest.state() == Latest.State.NONE;
    }

    public boolean isVague() {
        return latest.state() == Latest.State.VAGUE;
    }

    public boolean isGiven() {
        return latest.value() != null && latest.value().given();
    }

    public boolean isRefused() {
        return latest.value() != null && !latest.value().given();
    }

    /** The record that is the latest, or those of which it is one. */
    public List<Agreement> getFacts() {
        return latest.facts();
    }
}
