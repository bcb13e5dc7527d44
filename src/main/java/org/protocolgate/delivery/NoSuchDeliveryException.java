package org.protocolgate.delivery;

/** There is no such delivery, or no such disabled webhook. */
public final class NoSuchDeliveryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchDeliveryException(String message) {
        super(message);
    }
}
