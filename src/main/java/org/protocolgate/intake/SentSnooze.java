package org.protocolgate.intake;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.protocolgate.participant.PartialDate;

/** Until when an alert is put off. */
public record SentSnooze(Instant until) {

    /**
     * Reads it.
     *
     * @throws RefusedException naming every fault by its place
     */
    public static SentSnooze read(byte[] json, ZoneId zone) throws RefusedException {
        Faults faults = new Faults();
        ObjectIn in = ObjectIn.of(Json.read(json), "", faults, zone);
        in.require("until");
        PartialDate until = in.day("until");
        in.refuseOthers();
        faults.refuseIfAny();
        return new SentSnooze(SentQuestion.instant(Objects.requireNonNull(until), zone));
    }
}
