package org.protocolgate.intake;

import java.util.ArrayList;
import java.util.List;

/** The faults found so far; reading goes on after one, so that all of them are named at once. */
final class Faults {

    private final List<Violation> found = new ArrayList<>();

    void add(String pointer, String message) {
        found.add(new Violation(pointer, message));
    }

    void refuseIfAny() throws RefusedException {
        if (!found.isEmpty()) {
            throw new RefusedException(found);
        }
    }
}
