package org.protocolgate.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Cohort;
import org.protocolgate.participant.Dossier;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.participant.Participant;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.Rulebook;

/**
 * A question sent together with all that is to be known for its answer.
 *
 * @param on the day of the gate, with a time where one was given
 * @param asOf the moment of asking, or null for now
 * @param version the version of the protocol that was named, or the newest
 */
public record Request(
        Gate gate,
        PartialDate on,
        @Nullable PartialDate asOf,
        ProtocolVersion version,
        Dossier dossier,
        @Nullable Cohort cohort) {

    /**
     * Reads a question in JSON.
     *
     * @throws RefusedException naming every fault by its place
     */
    public static Request read(byte[] json, Rulebook rulebook) throws RefusedException {
        return read(json, Map.of(), rulebook);
    }

    /**
     * Reads a question of which some keys are given beside the text, such as the gate and the day for a dossier alone; what is
     * given counts.
     *
     * @throws RefusedException naming every fault by its place
     */
    public static Request read(byte[] json, Map<String, String> given, Rulebook rulebook) throws RefusedException {
        Faults faults = new Faults();
        JsonNode sent = Json.read(json);
        if (sent instanceof ObjectNode object) {
            given.forEach(object::put);
        }
        ProtocolVersion newest = rulebook.newest(rulebook.study()).orElseThrow();
        ObjectIn envelope = ObjectIn.of(sent, "", faults, newest.zone());
        ProtocolVersion version = version(envelope, rulebook, newest);
        ObjectIn in = envelope.in(version.zone());
        in.require("gate", "on", "participant", "facts");
        Gate gate = in.word("gate", Gate.class);
        PartialDate on = in.day("on");
        PartialDate asOf = in.day("asOf");
        ObjectIn person = in.object("participant");
        Participant participant = person == null ? null : ParticipantIn.read(person);
        List<Fact> facts = FactsIn.read(in);
        ObjectIn around = in.object("cohort");
        Cohort cohort = around == null ? null : CohortIn.read(around);
        in.refuseOthers();
        faults.refuseIfAny();
        if (gate == null || on == null || participant == null) {
            throw new IllegalStateException("a fault was not noted");
        }
        return new Request(gate, on, asOf, version, new Dossier(participant, facts), cohort);
    }

    private static ProtocolVersion version(ObjectIn in, Rulebook rulebook, ProtocolVersion newest) {
        String study = in.text("study");
        String name = in.text("protocolVersion");
        String of = study == null ? newest.study() : study;
        if (rulebook.newest(of).isEmpty()) {
            in.fault("study", "unknown study");
            return newest;
        }
        Optional<ProtocolVersion> version = name == null ? rulebook.newest(of) : rulebook.version(of, name);
        if (version.isEmpty()) {
            in.fault("protocolVersion", "unknown version");
        }
        return version.orElse(newest);
    }
}
