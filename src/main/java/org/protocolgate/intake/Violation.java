package org.protocolgate.intake;

/**
 * A fault in what was sent.
 *
 * @param pointer where it is, as a JSON pointer; empty for the whole document
 * @param message what is wrong there, and what would be right
 */
public record Violation(String pointer, String message) {

    /** The same fault in what lies deeper: at a place of something larger. */
    public Violation under(String place) {
        return new Violation(place + pointer, message);
    }
}
