package org.protocolgate.protocol;

/** The days from which the protocol counts its windows, as far as a finding can clear by moving one of them. */
public enum Anchor {
    SCREENING,
    CONSENT,
    LYMPHODEPLETION,
    INFUSION
}
