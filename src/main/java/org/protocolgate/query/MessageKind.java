package org.protocolgate.query;

import io.swagger.v3.oas.annotations.media.Schema;

/** What is said in a query after it was opened. */
@Schema(name = "QueryMessageKind")
public enum MessageKind {
    /** A coordinator or investigator says what was asked. */
    ANSWERED,
    /** The monitor is content, or asks no longer. */
    CLOSED,
    /** The monitor asks on. */
    REOPENED
}
