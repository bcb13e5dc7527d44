package org.protocolgate.user;

/** What a user is to the study; each account has one role. */
public enum Role {
    /** Enters facts, asks, acknowledges. */
    COORDINATOR,
    /** May all that a coordinator may, and signs. */
    INVESTIGATOR,
    /** Reads everything. */
    MONITOR,
    /** Keeps accounts and rule versions; writes nothing clinical. */
    ADMIN
}
