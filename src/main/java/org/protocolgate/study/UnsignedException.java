package org.protocolgate.study;

/** What was sent needs a signature, and came without. */
public final class UnsignedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnsignedException(String message) {
        super(message);
    }
}
