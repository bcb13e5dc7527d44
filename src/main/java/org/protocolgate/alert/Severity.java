package org.protocolgate.alert;

/** How urgent an alert is, rising. */
public enum Severity {
    /** Good to know. */
    INFO,
    /** Somebody has to do something. */
    ACTION,
    /** Something must not be done, or must be stopped. */
    STOP
}
