package org.protocolgate.study;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.SentDrugQuestion;
import org.protocolgate.intake.Violation;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.ServedRules;

/** Asks the rules the other way round: what a drug that somebody thinks of giving would change. Nothing of it is kept. */
@Singleton
public final class DrugQuestions {

    private final Insight insight;
    private final ServedRules rules;

    DrugQuestions(Insight insight, ServedRules rules) {
        this.insight = insight;
        this.rules = rules;
    }

    /**
     * An answer, and the decision behind it, which has to be recorded before it is given.
     *
     * @param decision on the same question with the drug
     */
    public record Answered(DrugEffectView view, DecisionView decision) {}

    /**
     * What a drug would change for a participant: at the infusion on its planned day, or for the follow-up once it is done,
     * unless another gate or day is asked about.
     *
     * @throws RefusedException naming every fault in what was sent, or that no day is planned and none was sent
     * @throws NotThereException where nobody is enrolled under the code
     */
    public Answered ask(String code, byte[] sent, Locale language) throws RefusedException {
        SentDrugQuestion question = SentDrugQuestion.read(sent, rules.zone());
        DrugEffect effect = insight.of(code, view -> effect(question, view))
                .orElseThrow(
                        () -> new RefusedException(List.of(new Violation("/on", "is missing, and no day is planned"))));
        DecisionView decision = DecisionView.of(effect.after(), language);
        return new Answered(DrugEffectView.of(effect, decision, language), decision);
    }

    /** Nothing where no day is said and none is planned. */
    private static Optional<DrugEffect> effect(SentDrugQuestion question, Insight.View view) {
        Gate gate = question.gate() != null ? question.gate() : view.isInfused() ? Gate.FOLLOW_UP : Gate.INFUSION;
        PartialDate on = question.on();
        if (on == null) {
            LocalDate planned = gate == Gate.FOLLOW_UP ? view.outlook().today() : view.plannedInfusion();
            if (planned == null || gate != Gate.FOLLOW_UP && gate != Gate.INFUSION) {
                return Optional.empty();
            }
            on = PartialDate.of(planned);
        }
        return Optional.of(DrugEffect.of(view, List.of(question.drug()), gate, on));
    }
}
