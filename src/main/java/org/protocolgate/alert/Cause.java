package org.protocolgate.alert;

/** What an alert comes from. */
public enum Cause {
    /** A criterion of a gate that lies ahead, or of the follow-up, is not met. */
    NOT_MET,
    /** A decision that said PROCEED for today or later is no longer true. */
    OVERTURNED,
    /** An authorisation became void. */
    AUTHORISATION_VOID,
    /** An authorisation is open and lapses at the end of this day. */
    AUTHORISATION_LAPSES,
    /** Something has to be supplied, and its time is near, has come or is past. */
    DUE,
    /** The day of a gate is near and criteria are still unknown. */
    OPEN_CRITERIA,
    /** What is recorded could not be evaluated: nobody is warned of what stands against it. */
    EVALUATION_FAILED,
    /** Something happened although a finding stood. */
    DEVIATION
}
