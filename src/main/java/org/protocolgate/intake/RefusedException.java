package org.protocolgate.intake;

import java.util.List;
import java.util.stream.Collectors;

/** What was sent cannot be taken; every fault in it is named, and nothing of it was used. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /** @param violations every fault, in the order in which they were found */
    public RefusedException(List<Violation> violations) {
        super(violations.stream().map(v -> v.pointer() + ": " + v.message()).collect(Collectors.joining("; ")));
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
