package org.protocolgate.cds;

/** There is no such service, or no such card of it. */
public final class NoSuchServiceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoSuchServiceException(String message) {
        super(message);
    }
}
