package org.protocolgate.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.protocolgate.protocol.Gate;

/**
 * Something on one day, or on several days on end.
 *
 * @param participant code of the participant, of whom nothing else is told
 * @param criteria the criteria concerned, which may be none
 * @param gate the gate that it is about, or null
 * @param from the first day
 * @param until the last day
 * @param ordinal tells apart those that are alike in everything but their days: 1 for the first of them
 * @param words what it is, in the protocol's words
 */
public record Appointment(
        String participant,
        List<String> criteria,
        Kind kind,
        @Nullable Gate gate,
        LocalDate from,
        LocalDate until,
        int ordinal,
        String words) {

    public Appointment {
        criteria = List.copyOf(criteria);
    }

    /** What it comes from. */
    public enum Kind {
        /** A gate is planned for the day. */
        PLANNED,
        /** The infusion is authorised for the day. */
        AUTHORISED,
        /** Something has to be supplied; where only one day is given, from that day on. */
        DUE,
        /** What is not met may be met from the day on. */
        CLEARS,
        /** A duty that goes on for a time has its last day. */
        DUTY_ENDS,
        /** What is recorded could not be evaluated: the participant's days are missing. */
        FAILED
    }

    /** What tells it apart from all others of its study, and stays the same while it lasts. */
    String uid(String study) {
        return participant + "/" + (criteria.isEmpty() ? "" : criteria.get(0) + "/") + kind
                + (gate == null ? "" : "/" + gate) + (ordinal == 1 ? "" : "/" + ordinal) + "@"
                + study.toLowerCase(Locale.ROOT);
    }

    String summary() {
        return participant + (criteria.isEmpty() ? "" : " " + String.join(", ", criteria)) + ": " + words;
    }
}
