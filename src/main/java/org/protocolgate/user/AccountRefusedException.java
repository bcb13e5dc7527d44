package org.protocolgate.user;

/** Something asked of an account that cannot be done; the message says why, and never tells a password. */
public final class AccountRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What kind of refusal it is. */
    public enum Reason {
        /** What was given breaks a rule for names or passwords. */
        INVALID,
        /** There is no such account. */
        UNKNOWN,
        /** There is one already. */
        EXISTS,
        /** The present password is wrong, or the account is locked. */
        PASSWORD
    }

    private final Reason reason;

    AccountRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
