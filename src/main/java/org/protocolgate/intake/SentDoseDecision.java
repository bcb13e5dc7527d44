package org.protocolgate.intake;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Cohort.DoseDecision;

/**
 * A decision on a dose level that was sent.
 *
 * @param level the level that is opened, closed or gone on with
 * @param reason why
 */
public record SentDoseDecision(DoseDecision.Kind kind, BigDecimal level, String reason) {

    private static final int LONGEST_REASON = 10_000;

    /**
     * Reads a decision on a level.
     *
     * @param judged the level that it is about
     * @throws RefusedException naming every fault by its place
     */
    public static SentDoseDecision read(byte[] json, BigDecimal judged) throws RefusedException {
        Faults faults = new Faults();
        ObjectIn in = ObjectIn.of(Json.read(json), "", faults, ZoneOffset.UTC);
        in.require("kind", "level", "reason");
        DoseDecision.Kind kind = in.word("kind", DoseDecision.Kind.class);
        BigDecimal level = Numbers.level(in, "level");
        String reason = in.text("reason");
        if (reason != null && reason.length() > LONGEST_REASON) {
            in.fault("reason", "at most " + LONGEST_REASON + " characters are expected");
        }
        if (kind != null && level != null) {
            String fault = faultOf(kind, level.compareTo(judged));
            if (fault != null) {
                in.fault("level", fault);
            }
        }
        in.refuseOthers();
        faults.refuseIfAny();
        return new SentDoseDecision(
                Objects.requireNonNull(kind), Objects.requireNonNull(level), Objects.requireNonNull(reason));
    }

    /** @param against how the level named compares with the one judged */
    private static @Nullable String faultOf(DoseDecision.Kind kind, int against) {
        return switch (kind) {
            case ESCALATE -> against > 0 ? null : "must be above the level judged";
            case DE_ESCALATE -> against < 0 ? null : "must be below the level judged: it is the one to go on with";
            case STAY, SELECT_FOR_EXPANSION -> against == 0 ? null : "must be the level judged";
            case OPEN, CLOSE -> null;
        };
    }
}
