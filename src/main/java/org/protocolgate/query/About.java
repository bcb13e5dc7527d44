package org.protocolgate.query;

import io.swagger.v3.oas.annotations.media.Schema;

/** What a query is about. */
@Schema(name = "QueryAbout")
public enum About {
    PARTICIPANT,
    FACT,
    DECISION,
    DEVIATION
}
