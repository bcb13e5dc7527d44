package org.protocolgate.rulebook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.protocolgate.decision.Deciding;
import org.protocolgate.decision.Decision;
import org.protocolgate.evaluation.Question;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Request;
import org.protocolgate.protocol.Rulebook;

/** Asks in JSON, as over HTTP, without the HTTP. */
public final class Questions {

    private Questions() {}

    public static Decision decide(ObjectNode question) {
        return decide(question, TestRules.rulebook());
    }

    public static Decision decide(ObjectNode question, Rulebook rulebook) {
        Request request = read(question, rulebook);
        return Deciding.decide(request.dossier(), request.cohort(), question(request), request.version());
    }

    public static Question question(Request request) {
        LocalDateTime asOf = request.asOf().time() == null
                ? request.asOf().latest().atStartOfDay()
                : request.asOf().time();
        return new Question(request.gate(), request.on(), asOf);
    }

    public static Request read(ObjectNode question) {
        return read(question, TestRules.rulebook());
    }

    private static Request read(ObjectNode question, Rulebook rulebook) {
        try {
            return Request.read(question.toString().getBytes(StandardCharsets.UTF_8), rulebook);
        } catch (RefusedException e) {
            throw new AssertionError("the question cannot be read: " + e.getMessage(), e);
        }
    }
}
