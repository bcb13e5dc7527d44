package org.protocolgate.user;

/** A signature that does not hold; the message says why. */
public final class SignatureRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SignatureRefusedException(String message) {
        super(message);
    }
}
