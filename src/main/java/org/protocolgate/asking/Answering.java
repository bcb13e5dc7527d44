package org.protocolgate.asking;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import org.protocolgate.amendment.Impact;
import org.protocolgate.decision.Deciding;
import org.protocolgate.decision.Decision;
import org.protocolgate.evaluation.Question;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Request;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.Rulebook;
import org.protocolgate.protocol.ServedRules;

/** Answers questions that are sent with all that is to be known for them; nothing is stored. */
@Singleton
public final class Answering {

    private final ServedRules rules;
    private final Clock clock;

    Answering(ServedRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The answer as it is sent.
     *
     * @throws RefusedException naming every fault in what was sent
     */
    public DecisionView answer(byte[] json, Locale language) throws RefusedException {
        return DecisionView.of(decide(json, Map.of()), language);
    }

    /**
     * The decision on a question of which some keys are given beside the text.
     *
     * @throws RefusedException naming every fault in what was sent
     */
    public Decision decide(byte[] json, Map<String, String> given) throws RefusedException {
        return rules.ask(rulebook -> decide(Request.read(json, given, rulebook)));
    }

    /**
     * What an amendment changes for a question.
     *
     * @throws RefusedException naming every fault in what was sent
     */
    public Impact compare(
            byte[] json, Map<String, String> given, ProtocolVersion from, ProtocolVersion to, Rulebook rulebook)
            throws RefusedException {
        Request request = Request.read(json, given, rulebook);
        return Impact.of(request.dossier(), request.cohort(), question(request), from, to);
    }

    private Decision decide(Request request) {
        return Deciding.decide(request.dossier(), request.cohort(), question(request), request.version());
    }

    private Question question(Request request) {
        LocalDateTime asOf = request.asOf() == null
                ? LocalDateTime.ofInstant(clock.instant(), request.version().zone())
                : moment(request.asOf());
        return new Question(request.gate(), request.on(), asOf);
    }

    /** A day without a time begins at midnight. */
    private static LocalDateTime moment(PartialDate asOf) {
        return asOf.time() == null ? asOf.latest().atStartOfDay() : asOf.time();
    }
}
