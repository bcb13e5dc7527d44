package org.protocolgate.intake;

import java.time.ZoneOffset;
import java.util.Objects;

/** A reason that was sent for something that needs one. */
public record SentReason(String reason) {

    private static final int LONGEST = 10_000;

    /**
     * Reads an object with a reason.
     *
     * @throws RefusedException naming every fault by its place
     */
    public static SentReason read(byte[] json) throws RefusedException {
        return read(json, "reason");
    }

    /**
     * Reads an object with one text.
     *
     * @param key what it is called
     * @throws RefusedException naming every fault by its place
     */
    public static SentReason read(byte[] json, String key) throws RefusedException {
        Faults faults = new Faults();
        ObjectIn in = ObjectIn.of(Json.read(json), "", faults, ZoneOffset.UTC);
        in.require(key);
        String reason = in.text(key);
        if (reason != null && reason.length() > LONGEST) {
            in.fault(key, "at most " + LONGEST + " characters are expected");
        }
        in.refuseOthers();
        faults.refuseIfAny();
        return new SentReason(Objects.requireNonNull(reason));
    }
}
