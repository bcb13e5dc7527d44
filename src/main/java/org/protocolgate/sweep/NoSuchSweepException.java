package org.protocolgate.sweep;

/** There is no such sweep. */
public final class NoSuchSweepException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchSweepException(String message) {
        super(message);
    }
}
