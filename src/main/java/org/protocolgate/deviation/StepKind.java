package org.protocolgate.deviation;

/** What is said of a deviation after it was found. */
public enum StepKind {
    /** A person assessed it, and said what is done about it. */
    COMPLETED,
    /** By what is recorded now it did not happen, or nothing stood in the way. */
    CAUSE_GONE
}
