package org.protocolgate.mail;

/** The mail server did not take a mail; the message says why, without words of the mail. */
public final class NotSentException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean refused;

    NotSentException(String message, boolean refused) {
        super(message);
        this.refused = refused;
    }

    /** Whether the server is there and refused this one mail, rather than being away or not knowing the service. */
    public boolean isRefused() {
        return refused;
    }
}
