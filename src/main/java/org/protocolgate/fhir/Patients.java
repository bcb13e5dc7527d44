package org.protocolgate.fhir;

import java.util.Locale;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** Compares a patient with the participant; nothing of a patient is kept. */
final class Patients {

    private static final int DAY = 10;

    private Patients() {}

    static void read(Patient patient, Setting setting, Draft draft) {
        draft.skip("who the participant is, its code says; nothing of the patient is kept");
        String gender = patient.hasGender() ? patient.getGender().toCode().toUpperCase(Locale.ROOT) : "";
        if ((gender.equals("MALE") || gender.equals("FEMALE")) && !gender.equals(setting.sex())) {
            draft.none("the patient's gender is not the participant's sex: is it the right patient?");
        } else if (differs(patient.getBirthDateElement().getValueAsString(), setting.birthDate())) {
            draft.none("the patient's date of birth is not the participant's: is it the right patient?");
        } else if (patient.hasDeceased()
                && !"false".equals(patient.getDeceased().primitiveValue())) {
            draft.none("the source says that the patient has died");
        }
    }

    /** Whether two dates, each as exact as it is known, cannot be the same. */
    private static boolean differs(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return false;
        }
        int known = Math.min(DAY, Math.min(one.length(), other.length()));
        return !one.substring(0, known).equals(other.substring(0, known));
    }
}
