package org.protocolgate.study;

/** What was asked for does not go with what is kept; nothing of it was done. */
public final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConflictException(String message) {
        super(message);
    }
}
