package org.protocolgate.query;

/** What a query is about. */
public enum About {
    PARTICIPANT,
    FACT,
    DECISION,
    DEVIATION
}
