package org.protocolgate.alert;

/** An alert does not allow what was asked for; nothing was changed. */
public final class SettledAlertException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettledAlertException(String message) {
        super(message);
    }
}
