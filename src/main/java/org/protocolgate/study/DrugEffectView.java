package org.protocolgate.study;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.decision.Decision;
import org.protocolgate.decision.Verdict;
import org.protocolgate.decision.Wording;
import org.protocolgate.evaluation.Status;
import org.protocolgate.protocol.Gate;

/** What a drug would change, as it is sent. */
@Serdeable
@Schema(
        name = "DrugEffect",
        description = "What would change if a drug were given. Nothing of it is kept, and nothing rests on it.")
public record DrugEffectView(
        @Schema(description = "Of the evaluation, as the audit log names it.")
        String id,

        String participant,
        Gate gate,
        @Schema(example = "2026-03-10") String on,
        @Schema(example = "2026-03-01T10:00:00+08:00") String asOf,
        @Schema(description = "The drug in a few words.") String drug,

        @Schema(
                description =
                        "FORBIDDEN: a criterion is not met with it. UNKNOWN: what it is, when or how much is not known well enough. "
                                + "CHANGES: an answer changes, and none is harmed. NONE: no criterion is touched.")
        DrugEffect.Kind effect,

        @Schema(description = "The same in a sentence.") String says,
        VerdictView without,
        VerdictView with,

        @Schema(
                description =
                        "The first day on which no criterion that the drug touches is surely not met; null where one does not clear, or none has to.")
        @Nullable
        LocalDate clears,

        @Schema(
                description =
                        "Whether none of those criteria is unknown on that day. False where, say, the end of the drug is not known.")
        boolean surely,

        @Schema(description = "The criteria that come out otherwise, or rest on the drug, most severe first.")
        List<TouchedView> criteria) {

    @Serdeable
    @Schema(name = "DrugVerdict")
    public record VerdictView(
            Verdict verdict,

            @Schema(description = "Of a HOLD: the first later day on which no criterion is not met, or null.") @Nullable
            LocalDate earliest) {

        static VerdictView of(Decision decision) {
            return new VerdictView(decision.verdict(), decision.earliest());
        }
    }

    @Serdeable
    @Schema(name = "TouchedCriterion")
    public record TouchedView(Status without, DecisionView.CriterionView with) {}

    static DrugEffectView of(DrugEffect effect, DecisionView decision, Locale language) {
        Map<String, Status> before = effect.touched().stream()
                .collect(java.util.stream.Collectors.toMap(
                        one -> one.after().outcome().criterion().id(), DrugEffect.Touched::statusBefore));
        return new DrugEffectView(
                decision.id(),
                decision.participant(),
                decision.gate(),
                decision.on(),
                decision.asOf(),
                effect.words(new Wording(effect.after().version(), language)),
                effect.kind(),
                DrugWords.of(effect, language),
                VerdictView.of(effect.before()),
                VerdictView.of(effect.after()),
                effect.clears(),
                effect.surely(),
                decision.criteria().stream()
                        .filter(one -> before.containsKey(one.id()))
                        .map(one -> new TouchedView(before.getOrDefault(one.id(), Status.UNKNOWN), one))
                        .toList());
    }
}
