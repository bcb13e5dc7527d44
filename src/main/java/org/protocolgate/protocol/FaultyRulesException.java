package org.protocolgate.protocol;

import java.util.List;

/** A rule folder that cannot be served; the message names each fault with its file, rule and sentence. */
public final class FaultyRulesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> faults;

    FaultyRulesException(List<String> faults) {
        super("The rule folder cannot be served:\n  " + String.join("\n  ", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
