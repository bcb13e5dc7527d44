package org.protocolgate.study;

/** What was sent needs the signature of an investigator, and came without. */
public final class UnsignedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsignedException(String message) {
        super(message);
    }
}
