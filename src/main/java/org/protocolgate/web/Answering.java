package org.protocolgate.web;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Locale;
import org.protocolgate.decision.Deciding;
import org.protocolgate.decision.Decision;
import org.protocolgate.evaluation.Question;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Request;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Rulebook;

/** Answers questions that are sent with all that is to be known for them; nothing is stored. */
@Singleton
final class Answering {

    private final Rulebook rulebook;
    private final Clock clock;

    Answering(Rulebook rulebook, Clock clock) {
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** @throws RefusedException naming every fault in what was sent */
    DecisionView answer(byte[] json, Locale language) throws RefusedException {
        return DecisionView.of(decide(Request.read(json, rulebook)), language);
    }

    private Decision decide(Request request) {
        LocalDateTime asOf = request.asOf() == null
                ? LocalDateTime.ofInstant(clock.instant(), request.version().zone())
                : moment(request.asOf());
        Question question = new Question(request.gate(), request.on(), asOf);
        return Deciding.decide(request.dossier(), request.cohort(), question, request.version());
    }

    /** A day without a time begins at midnight. */
    private static LocalDateTime moment(PartialDate asOf) {
        return asOf.time() == null ? asOf.latest().atStartOfDay() : asOf.time();
    }
}
