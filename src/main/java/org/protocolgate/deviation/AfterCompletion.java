package org.protocolgate.deviation;

import org.protocolgate.audit.Actor;

/**
 * Something that follows from a deviation's being completed. It is called within the transaction of that, after it, while the
 * participant's chain is held.
 */
public interface AfterCompletion {

    void of(DeviationView completed, Actor actor);
}
