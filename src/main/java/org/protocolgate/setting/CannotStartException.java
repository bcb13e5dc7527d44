package org.protocolgate.setting;

/** A setting without which, or with which, the service must not start; the message says what to do. */
public final class CannotStartException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CannotStartException(String message) {
        super(message);
    }
}
