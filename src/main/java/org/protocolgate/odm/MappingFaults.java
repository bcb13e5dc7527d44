package org.protocolgate.odm;

import java.util.ArrayList;
import java.util.List;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;

/** What is wrong in a mapping. */
final class MappingFaults {

    private final String file;
    private final List<Violation> faults = new ArrayList<>();

    MappingFaults(String file) {
        this.file = file;
    }

    void add(String place, String message) {
        faults.add(new Violation(place.isEmpty() ? file : file + ": " + place, message));
    }

    void refuseIfAny() throws RefusedException {
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
    }
}
