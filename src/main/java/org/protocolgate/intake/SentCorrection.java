package org.protocolgate.intake;

import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A correction that was sent.
 *
 * @param reason why
 * @param replacement what is true instead, or null where the fact is withdrawn
 */
public record SentCorrection(String reason, @Nullable SentFact replacement) {

    /**
     * Reads a correction.
     *
     * @throws RefusedException naming every fault by its place
     */
    public static SentCorrection read(byte[] json, ZoneId zone) throws RefusedException {
        Faults faults = new Faults();
        ObjectIn in = ObjectIn.of(Json.read(json), "", faults, zone);
        in.require("reason");
        String reason = in.text("reason");
        ObjectIn fact = in.object("replacement");
        SentFact replacement = fact == null ? null : SentFact.read(fact);
        in.refuseOthers();
        faults.refuseIfAny();
        return new SentCorrection(Objects.requireNonNull(reason), replacement);
    }
}
