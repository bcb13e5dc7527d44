package org.protocolgate.study;

/** Nothing is kept under the name that was given. */
public final class NotThereException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotThereException(String message) {
        super(message);
    }
}
