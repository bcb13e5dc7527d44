package org.protocolgate.alert;

/** There is no such alert. */
public final class NoSuchAlertException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchAlertException(String message) {
        super(message);
    }
}
