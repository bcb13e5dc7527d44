package org.protocolgate.review;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which late entries are asked for; null asks for all.
 *
 * @param days recorded more than so many days after they happened; where the day is vague, perhaps more
 * @param type of the facts
 * @param sinceEnrolment whether what happened before the participant was enrolled is left out
 * @param afterInfusion whether only what was recorded after an infusion and speaks of days before it is asked for
 */
public record LateWanted(
        int days, @Nullable String participant, @Nullable String type, boolean sinceEnrolment, boolean afterInfusion) {

    /** What is asked, by name. */
    Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("days", String.valueOf(days));
        if (participant != null) {
            given.put("participant", participant);
        }
        if (type != null) {
            given.put("type", type);
        }
        given.put("sinceEnrolment", String.valueOf(sinceEnrolment));
        given.put("afterInfusion", String.valueOf(afterInfusion));
        return given;
    }
}
