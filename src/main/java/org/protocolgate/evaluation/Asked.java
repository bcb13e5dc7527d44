package org.protocolgate.evaluation;

import java.math.BigDecimal;
import java.util.List;
import org.protocolgate.protocol.Limits;
import org.protocolgate.protocol.Span;

/** A criterion that is asked in this evaluation, with the numbers of the protocol version. Each rule begins with one. */
public final class Asked {

    private final String id;
    private final Limits limits;
    private final List<String> lineage;

    Asked(String id, Limits limits, List<String> lineage) {
        this.id = id;
        this.limits = limits;
        this.lineage = lineage;
    }

    public String getId() {
        return id;
    }

    /** A length of time of the protocol. */
    public Span span(String key) {
        return limits.span(key);
    }

    /** A quantity of the protocol, in the unit stated there. */
    public BigDecimal number(String key) {
        return limits.number(key);
    }

    /** A whole number of the protocol. */
    public int count(String key) {
        return limits.number(key).intValueExact();
    }

    /** Whether the version asked is this one or supersedes it: for rules whose structure an amendment changed. */
    public boolean since(String version) {
        return lineage.contains(version);
    }
}
