package org.protocolgate.evaluation;

import java.util.List;
import org.protocolgate.participant.Assessment;

/** The latest assessment of which organs the disease is active in. */
public final class OrganInvolvement {

    private final Latest<Assessment> latest;

    OrganInvolvement(Latest<Assessment> latest) {
        this.latest = latest;
    }

    public boolean isMissing() {
        return latest.state() == Latest.State.NONE;
    }

    public boolean isVague() {
        return latest.state() == Latest.State.VAGUE;
    }

    /** Whether the assessment names any organ at all. */
    public boolean namesOrgans() {
        Assessment assessment = latest.value();
        return assessment != null && !assessment.organs().isEmpty();
    }

    /** Whether it names an organ beyond this one. */
    public boolean goesBeyond(Assessment.Organ organ) {
        Assessment assessment = latest.value();
        return assessment != null && assessment.organs().stream().anyMatch(o -> o != organ);
    }

    /** The record that is the latest, or those of which it is one. */
    public List<Assessment> getFacts() {
        return latest.facts();
    }
}
