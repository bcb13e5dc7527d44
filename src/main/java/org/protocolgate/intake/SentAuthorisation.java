package org.protocolgate.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.protocolgate.participant.PartialDate;

/**
 * What an investigator signs to authorise an infusion: who, when, and which dose.
 *
 * @param level the dose level
 */
public record SentAuthorisation(String participant, LocalDate on, BigDecimal level) {

    /**
     * Reads what was signed.
     *
     * @throws RefusedException naming every fault by its place
     */
    public static SentAuthorisation read(byte[] json) throws RefusedException {
        Faults faults = new Faults();
        ObjectIn in = ObjectIn.of(Json.read(json), "", faults, ZoneOffset.UTC);
        in.require("participant", "on", "level");
        String participant = in.text("participant");
        PartialDate on = in.day("on");
        BigDecimal level = Numbers.level(in, "level");
        if (level != null && level.signum() == 0) {
            in.fault("level", "must be above 0");
        }
        in.refuseOthers();
        faults.refuseIfAny();
        return new SentAuthorisation(
                Objects.requireNonNull(participant),
                Objects.requireNonNull(on).latest(),
                Objects.requireNonNull(level));
    }
}
