package org.protocolgate.intake;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a deviation.
 *
 * @param assessment what it means for the participant and the study
 * @param action what is done about it
 * @param reportedTo to whom it was reported, if to anybody
 */
public record SentCompletion(
        String assessment, String action, @Nullable String reportedTo) {

    private static final int LONGEST = 10_000;

    /**
     * Reads what completes a deviation.
     *
     * @throws RefusedException naming every fault by its place
     */
    public static SentCompletion read(byte[] json) throws RefusedException {
        Faults faults = new Faults();
        ObjectIn in = ObjectIn.of(Json.read(json), "", faults, ZoneOffset.UTC);
        in.require("assessment", "action");
        String assessment = in.text("assessment");
        String action = in.text("action");
        String reportedTo = in.text("reportedTo");
        for (String key : List.of("assessment", "action", "reportedTo")) {
            String text = in.textIfAny(key);
            if (text != null && text.length() > LONGEST) {
                in.fault(key, "at most " + LONGEST + " characters are expected");
            }
        }
        in.refuseOthers();
        faults.refuseIfAny();
        return new SentCompletion(Objects.requireNonNull(assessment), Objects.requireNonNull(action), reportedTo);
    }
}
