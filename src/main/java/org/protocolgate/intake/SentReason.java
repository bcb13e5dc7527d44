package org.protocolgate.intake;

import java.time.ZoneOffset;
import java.util.Objects;

/** A reason that was sent for something that needs one. */
public record SentReason(String reason) {

    /**
     * Reads an object with a reason.
     *
     * @throws RefusedException naming every fault by its place
     */
    public static SentReason read(byte[] json) throws RefusedException {
        Faults faults = new Faults();
        ObjectIn in = ObjectIn.of(Json.read(json), "", faults, ZoneOffset.UTC);
        in.require("reason");
        String reason = in.text("reason");
        in.refuseOthers();
        faults.refuseIfAny();
        return new SentReason(Objects.requireNonNull(reason));
    }
}
