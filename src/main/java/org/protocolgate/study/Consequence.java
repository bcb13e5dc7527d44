package org.protocolgate.study;

import org.protocolgate.protocol.Rulebook;

/**
 * Something that follows from what was recorded. It is called within the transaction of that, after it, while the levels of the
 * study are held; where it fails, nothing is recorded at all. Several follow one another by their {@code @Order}.
 */
public interface Consequence {

    /** @param rulebook the rules of the present moment */
    void of(Change change, Rulebook rulebook);
}
