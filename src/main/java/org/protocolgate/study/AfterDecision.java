package org.protocolgate.study;

import org.protocolgate.audit.Actor;
import org.protocolgate.decision.Decision;
import org.protocolgate.protocol.Rulebook;

/**
 * Something that follows from a decision that somebody asked for. It is called within the transaction of the decision, after it,
 * while the participant's chain is held.
 */
public interface AfterDecision {

    /** @param decision by what is known now; what was known earlier has no consequences */
    void of(String study, Decision decision, Actor actor, Rulebook rulebook);
}
