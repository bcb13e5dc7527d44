package org.protocolgate.screen;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.protocolgate.intake.FaultWords;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;

/** What is wrong with a question, told at the fields of the form that it was made of. */
final class FieldFaults {

    private FieldFaults() {}

    /**
     * The first fault of each field, in a language.
     *
     * @param fields by the place of a fault in the question
     * @param other the field that gets what has no place of its own
     */
    static Map<String, String> of(RefusedException refused, Map<String, String> fields, String other, Locale language) {
        Map<String, String> faults = new LinkedHashMap<>();
        for (Violation violation : FaultWords.say(refused.violations(), language)) {
            faults.putIfAbsent(fields.getOrDefault(violation.pointer(), other), violation.message());
        }
        return faults;
    }
}
