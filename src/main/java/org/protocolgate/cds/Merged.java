package org.protocolgate.cds;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.decision.Decision;
import org.protocolgate.decision.Verdict;
import org.protocolgate.evaluation.Status;
import org.protocolgate.evaluation.Warning;

/**
 * Two answers to one question, by what is recorded and with what was sent along: of each criterion the more severe one. So what
 * another system says can make an answer worse, and never better.
 *
 * @param answers most severe first
 */
record Merged(Decision recorded, Decision beside, List<Decision.Answer> answers) {

    static Merged of(Decision recorded, Decision beside) {
        Map<String, Decision.Answer> other =
                beside.criteria().stream().collect(Collectors.toMap(Merged::id, Function.identity()));
        List<Decision.Answer> answers = recorded.criteria().stream()
                .map(answer -> worse(answer, other.getOrDefault(id(answer), answer)))
                .sorted(Comparator.comparing(answer -> answer.outcome().status(), Comparator.reverseOrder()))
                .toList();
        return new Merged(recorded, beside, answers);
    }

    private static String id(Decision.Answer answer) {
        return answer.outcome().criterion().id();
    }

    private static Decision.Answer worse(Decision.Answer one, Decision.Answer other) {
        int more = other.outcome().status().compareTo(one.outcome().status());
        boolean later = one.clears() != null
                && (other.clears() == null
                        || other.clears().on().isAfter(one.clears().on()));
        return more > 0 || more == 0 && later ? other : one;
    }

    Verdict verdict() {
        return Stream.of(recorded.verdict(), beside.verdict())
                .max(Verdict::compareTo)
                .orElseThrow();
    }

    /** Of a HOLD, the first later day on which neither answer has a criterion that is not met, as far as each says by itself. */
    @Nullable
    LocalDate earliest() {
        List<Decision> holds = Stream.of(recorded, beside)
                .filter(one -> one.verdict() == Verdict.HOLD)
                .toList();
        return holds.stream().anyMatch(one -> one.earliest() == null)
                ? null
                : holds.stream()
                        .map(Decision::earliest)
                        .flatMap(Stream::ofNullable)
                        .max(LocalDate::compareTo)
                        .orElse(null);
    }

    boolean isFailed() {
        return recorded.evaluation().fault() != null || beside.evaluation().fault() != null;
    }

    /** The answers that are not met, or not given for good. */
    List<Decision.Answer> open() {
        return answers.stream()
                .filter(answer -> answer.outcome().status().compareTo(Status.MET) > 0)
                .toList();
    }

    /** What deserves attention by either. */
    List<Warning> warnings() {
        return Stream.concat(recorded.warnings().stream(), beside.warnings().stream())
                .distinct()
                .toList();
    }
}
