package org.protocolgate.dosing;

/** Where a design advises to go from a dose level. */
public enum Move {
    ESCALATE,
    STAY,
    DE_ESCALATE,
    /** De-escalate, and use neither this level nor one above any more. */
    ELIMINATE
}
