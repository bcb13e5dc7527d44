package org.protocolgate.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.intake.Characters;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;

/** Checks the keys of a small object that was sent, and names all that are at fault. */
final class SentTexts {

    private static final int LONGEST = 200;

    private final List<Violation> faults = new ArrayList<>();

    /** A text that has to be there. */
    SentTexts need(String key, @Nullable String text) {
        boolean good = text != null && !text.isBlank() && text.length() <= LONGEST && Characters.canBeKept(text);
        return check(key, good, "a text of 1 to " + LONGEST + " characters is needed");
    }

    SentTexts check(String key, boolean good, String needed) {
        if (!good) {
            faults.add(new Violation("/" + key, needed));
        }
        return this;
    }

    /** @throws RefusedException naming every fault */
    void refuse() throws RefusedException {
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
    }
}
