package org.protocolgate.intake;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says in answer to something.
 *
 * @param text null where nothing is said and nothing has to be
 * @param seen how many messages the sender had seen, or null where that is not told
 */
public record SentMessage(@Nullable String text, @Nullable BigDecimal seen) {

    private static final int LONGEST = 10_000;

    /**
     * Reads a message.
     *
     * @param needed whether it needs a text
     * @throws RefusedException naming every fault by its place
     */
    public static SentMessage read(byte[] json, boolean needed) throws RefusedException {
        Faults faults = new Faults();
        ObjectIn in = ObjectIn.of(Json.read(json), "", faults, ZoneOffset.UTC);
        if (needed) {
            in.require("text");
        }
        String text = in.text("text");
        if (text != null && text.length() > LONGEST) {
            in.fault("text", "at most " + LONGEST + " characters are expected");
        }
        BigDecimal seen = in.number("seen");
        in.refuseOthers();
        faults.refuseIfAny();
        return new SentMessage(text, seen);
    }
}
