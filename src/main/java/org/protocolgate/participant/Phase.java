package org.protocolgate.participant;

/** The two stages of the study. */
public enum Phase {
    ESCALATION,
    EXPANSION
}
