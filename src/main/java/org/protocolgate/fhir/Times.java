package org.protocolgate.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Dates of resources, as exact as they are written there. */
final class Times {

    private static final int DAY = 10;

    private Times() {}

    /** As written: a year, a month, a day or a moment. */
    static @Nullable String text(@Nullable BaseDateTimeType date) {
        return date == null || !date.hasValue() ? null : date.getValueAsString();
    }

    static @Nullable String start(Period period) {
        return text(period.getStartElement());
    }

    static @Nullable String end(Period period) {
        return text(period.getEndElement());
    }

    static void put(ObjectNode fact, String key, @Nullable String date) {
        if (date != null) {
            fact.put(key, date);
        }
    }

    /**
     * The one day of something done: a moment, or a period that begins and ends on one day.
     *
     * @return null where it says none
     */
    static @Nullable String day(@Nullable Type when) {
        if (when instanceof DateTimeType moment) {
            return text(moment);
        }
        if (when instanceof InstantType moment) {
            return text(moment);
        }
        if (when instanceof Period period) {
            String start = start(period);
            String end = end(period);
            boolean same = start != null
                    && end != null
                    && start.length() >= DAY
                    && end.length() >= DAY
                    && start.substring(0, DAY).equals(end.substring(0, DAY))
                    && zone(start).equals(zone(end));
            return same && start != null ? start.equals(end) ? start : start.substring(0, DAY) : null;
        }
        return null;
    }

    private static String zone(String moment) {
        int time = moment.indexOf('T');
        if (time < 0) {
            return "";
        }
        int zone = Math.max(moment.indexOf('Z', time), Math.max(moment.indexOf('+', time), moment.indexOf('-', time)));
        return zone < 0 ? "" : moment.substring(zone);
    }
}
