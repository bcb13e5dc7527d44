package org.protocolgate.query;

/** What is said in a query after it was opened. */
public enum MessageKind {
    /** A coordinator or investigator says what was asked. */
    ANSWERED,
    /** The monitor is content, or asks no longer. */
    CLOSED,
    /** The monitor asks on. */
    REOPENED
}
