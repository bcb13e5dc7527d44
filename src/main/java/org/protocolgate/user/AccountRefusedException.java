package org.protocolgate.user;

/** Something asked of an account that cannot be done; the message says why, and never tells a password. */
public final class AccountRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What kind of refusal it is. */
    public enum Reason {
        /** What was given breaks the rule for names. */
        NAME,
        /** The password is too short or too long. */
        LENGTH,
        /** The password is the user's name. */
        SAME_AS_NAME,
        /** The new password is the old one. */
        SAME_AS_OLD,
        /** There is no such account. */
        UNKNOWN,
        /** There is one already. */
        EXISTS,
        /** The present password is wrong, or the account is locked. */
        PASSWORD,
        /** Nobody would be left who keeps the accounts. */
        LAST_ADMINISTRATOR
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
