package org.protocolgate.participant;

/** The classes of drugs that the protocol speaks of. */
public enum DrugClass {
    GLUCOCORTICOID,
    JAK_INHIBITOR,
    T_CELL_IMMUNOSUPPRESSANT,
    B_CELL_TARGETED,
    BIOLOGIC,
    CYTOTOXIC_IMMUNOSUPPRESSANT,
    ANTICOAGULANT
}
