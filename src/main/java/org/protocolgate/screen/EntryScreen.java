package org.protocolgate.screen;

import org.protocolgate.audit.Entry;

/**
 * One entry of the audit log.
 *
 * @param says what it tells, as a sentence
 * @param linked whether its hash follows from what it says and from the entry before it
 */
public record EntryScreen(Entry entry, String says, boolean linked, Reviewed reviewed) {

    /** The page in HTML. */
    public String in(Frame frame) {
        return Screens.page("entry", frame, this);
    }
}
