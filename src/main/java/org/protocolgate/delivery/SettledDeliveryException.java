package org.protocolgate.delivery;

/** Only what was given up can be wanted again; nothing was changed. */
public final class SettledDeliveryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettledDeliveryException(String message) {
        super(message);
    }
}
