package org.protocolgate.intake;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Drug;
import org.protocolgate.participant.Entry;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Gate;

/**
 * A question about a drug that somebody thinks of giving.
 *
 * @param drug as it would be recorded; by the name {@link #REF} in what it is evidence of
 * @param gate the gate asked about, or null for the one that lies ahead
 * @param on its day, or null for the planned one
 */
public record SentDrugQuestion(
        Drug drug, @Nullable Gate gate, @Nullable PartialDate on) {

    /** The name of the drug among the facts. */
    public static final String REF = "drug";

    private static final String START = "start";

    /**
     * Reads a question.
     *
     * @throws RefusedException naming every fault by its place
     */
    public static SentDrugQuestion read(byte[] json, ZoneId zone) throws RefusedException {
        Faults faults = new Faults();
        ObjectIn in = ObjectIn.of(Json.read(json), "", faults, zone);
        in.require(REF);
        Gate gate = in.word("gate", Gate.class);
        PartialDate on = in.day("on");
        ObjectIn drug = in.object(REF);
        Drug read = null;
        if (drug != null) {
            if (!drug.has("name") && !drug.has("code")) {
                drug.fault("name", "is missing, and so is a code");
            }
            if (!drug.has(START) && !drug.has("on")) {
                drug.fault(START, "is missing");
            }
            read = LastingFacts.drug(drug, new Entry(REF, Integer.MAX_VALUE, null));
            drug.refuseOthers();
        }
        in.refuseOthers();
        faults.refuseIfAny();
        return new SentDrugQuestion(java.util.Objects.requireNonNull(read), gate, on);
    }
}
