package org.protocolgate.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.study.DecisionBook;
import org.protocolgate.study.FactBook;
import org.protocolgate.study.NotThereException;
import org.protocolgate.study.ParticipantBook;
import org.protocolgate.study.Signing;
import org.protocolgate.user.Signatures;

/** Keeps the demo's participants in the study, as the users of the demo would have recorded them. */
@Singleton
@Requires(property = "protocol-gate.demo", value = "true")
final class DemoStudy {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Actor COORDINATOR = new Actor("coordinator", "COORDINATOR");
    private static final Actor INVESTIGATOR = new Actor("investigator", "INVESTIGATOR");

    private final ParticipantBook participants;
    private final FactBook facts;
    private final DecisionBook decisions;
    private final Signatures signatures;
    private final Clock clock;

    DemoStudy(
            ParticipantBook participants, FactBook facts, DecisionBook decisions, Signatures signatures, Clock clock) {
        this.participants = participants;
        this.facts = facts;
        this.decisions = decisions;
        this.signatures = signatures;
        this.clock = clock;
    }

    /** Enrols the participant of a question with its facts, unless an earlier demo on this database did. */
    void keep(byte[] question) throws IOException, RefusedException {
        JsonNode asked = JSON.readTree(question);
        String code = asked.at("/participant/id").asText();
        try {
            participants.read(code);
        } catch (NotThereException e) {
            participants.put(code, bytes(asked.get("participant")), COORDINATOR);
            facts.record(code, bytes(asked.get("facts")), null, INVESTIGATOR, signing());
        }
    }

    /** Asks the question of what is kept. */
    JsonNode decide(byte[] question) throws IOException, RefusedException {
        ObjectNode asked = (ObjectNode) JSON.readTree(question);
        String code = asked.at("/participant/id").asText();
        asked.retain("gate", "on");
        return JSON.readTree(decisions
                .decide(code, bytes(asked), COORDINATOR, Locale.ENGLISH)
                .answer());
    }

    private Signing signing() {
        return digest -> {
            Signatures.Token token = signatures.sign(INVESTIGATOR, clock.instant(), "invented for the demo", digest);
            return signatures.use(token.value(), INVESTIGATOR, digest).id();
        };
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
