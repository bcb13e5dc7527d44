package org.protocolgate.intake;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Gate;

/**
 * A question about a participant whose facts are kept.
 *
 * @param on the day of the gate, with a time where one was given
 * @param asKnownAt the moment whose knowledge counts, or null for now
 */
public record SentQuestion(
        Gate gate, PartialDate on, @Nullable Instant asKnownAt) {

    /**
     * Reads a question.
     *
     * @throws RefusedException naming every fault by its place
     */
    public static SentQuestion read(byte[] json, ZoneId zone) throws RefusedException {
        Faults faults = new Faults();
        ObjectIn in = ObjectIn.of(Json.read(json), "", faults, zone);
        in.require("gate", "on");
        Gate gate = in.word("gate", Gate.class);
        PartialDate on = in.day("on");
        PartialDate asKnownAt = in.day("asKnownAt");
        in.refuseOthers();
        faults.refuseIfAny();
        return new SentQuestion(
                Objects.requireNonNull(gate),
                Objects.requireNonNull(on),
                asKnownAt == null ? null : instant(asKnownAt, zone));
    }

    /**
     * Reads a moment: an instant, or a time of the study site; a day begins at midnight.
     *
     * @throws RefusedException where the text is none
     */
    public static Instant moment(String name, String text, ZoneId zone) throws RefusedException {
        PartialDate moment = Dates.read(text, zone);
        if (moment == null || !moment.isFull()) {
            throw new RefusedException(
                    List.of(new Violation(name, "a moment is expected (2026-03-09T10:00:00+08:00)")));
        }
        return instant(moment, zone);
    }

    /** The day of a gate as it was kept. */
    public static PartialDate keptDay(String text) {
        return Objects.requireNonNull(Dates.read(text, ZoneOffset.UTC), text);
    }

    /** A day with its time where it has one, at the study site, or null where the text is none or not exact to the day. */
    public static @Nullable PartialDate dayOrNull(String text, ZoneId zone) {
        PartialDate day = Dates.read(text, zone);
        return day == null || !day.isFull() ? null : day;
    }

    static Instant instant(PartialDate moment, ZoneId zone) {
        LocalDateTime time = moment.time() == null ? moment.latest().atStartOfDay() : moment.time();
        return time.atZone(zone).toInstant();
    }
}
