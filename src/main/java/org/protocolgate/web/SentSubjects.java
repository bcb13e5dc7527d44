package org.protocolgate.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.Reading;
import org.protocolgate.importing.Remark;
import org.protocolgate.intake.RefusedException;

/**
 * What was sent of several subjects.
 *
 * @param from the system that it comes from, unless the sender says another
 * @param readings by the code of the participant, or by the subject's name where no code is known for it
 * @param codes of participants, by names of subjects that the study's mapping names
 */
record SentSubjects(String format, String from, Map<String, List<Reading>> readings, Map<String, String> codes) {

    /**
     * What is the participant's.
     *
     * @param subject how the participant is called there; null where it is the code
     * @throws RefusedException where there is nothing, or it is another participant's by the mapping
     */
    List<Reading> of(String code, @Nullable String subject) throws RefusedException {
        String named = subject == null ? code : subject;
        String mapped = codes.getOrDefault(named, named);
        boolean isAnothers = !mapped.equals(code) && (codes.containsKey(named) || codes.containsValue(code));
        if (isAnothers) {
            throw Importing.refused(
                    "subject", "the mapping of the study says that this subject is another participant");
        }
        List<Reading> mine = readings.get(mapped);
        if (mine == null) {
            throw Importing.refused(
                    "subject",
                    readings.isEmpty() ? "there are no data of any subject" : "there are no data of this subject");
        }
        if (readings.size() == 1) {
            return mine;
        }
        List<Reading> all = new ArrayList<>(mine);
        all.add(new Reading(
                "other subjects",
                null,
                null,
                Reading.Kind.SKIP,
                List.of(),
                List.of(Remark.of(readings.size() - 1 + " more, of whom nothing was taken"))));
        return all;
    }
}
