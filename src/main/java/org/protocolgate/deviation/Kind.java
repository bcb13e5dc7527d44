package org.protocolgate.deviation;

/** What kind of deviation it is. */
public enum Kind {
    /** An infusion that is not known to have been permitted. */
    NOT_AUTHORISED,
    /** Something was done although a criterion of its gate was not met. */
    CRITERION_NOT_MET,
    /** What was recorded of this participant shows that another one was infused while the sentinel's criterion was not met. */
    SENTINEL_CHANGED
}
