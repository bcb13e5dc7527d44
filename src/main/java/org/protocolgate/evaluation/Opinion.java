package org.protocolgate.evaluation;

import java.util.List;
import org.protocolgate.participant.Judgement;

/** The latest judgement of an investigator on a criterion within a window. */
public final class Opinion {

    private final Latest<Judgement> latest;

    Opinion(Latest<Judgement> latest) {
        this.latest = latest;
    }

    public boolean isMissing() {
        return latest.state() == Latest.State.NONE;
    }

    public boolean isVague() {
        return latest.state() == Latest.State.VAGUE;
    }

    public boolean excludes() {
        Judgement judgement = latest.value();
        return judgement != null && Boolean.TRUE.equals(judgement.excludes());
    }

    public boolean doesNotExclude() {
        Judgement judgement = latest.value();
        return judgement != null && Boolean.FALSE.equals(judgement.excludes());
    }

    /** The record that is the latest, or those of which it is one. */
    public List<Judgement> getFacts() {
        return latest.facts();
    }
}
