package org.protocolgate.amendment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.protocolgate.decision.Clears;
import org.protocolgate.decision.Deciding;
import org.protocolgate.decision.Decision;
import org.protocolgate.decision.Verdict;
import org.protocolgate.evaluation.Question;
import org.protocolgate.evaluation.Status;
import org.protocolgate.participant.Cohort;
import org.protocolgate.participant.Dossier;
import org.protocolgate.protocol.ProtocolVersion;

/**
 * What an amendment does to the answer for one participant.
 *
 * @param criteria those whose answer differs, in the order of the newer version's answer
 */
public record Impact(
        String participant,
        Verdict before,
        Verdict after,
        @Nullable LocalDate earliestBefore,
        @Nullable LocalDate earliestAfter,
        List<Criterion> criteria) {

    /** A criterion whose status or clearing date differs; a status is null where the version does not ask it. */
    public record Criterion(
            String id,
            @Nullable Status before,
            @Nullable Status after,
            @Nullable Clears clearsBefore,
            @Nullable Clears clearsAfter) {}

    /** The same question asked of both versions. */
    public static Impact of(
            Dossier dossier, @Nullable Cohort cohort, Question question, ProtocolVersion from, ProtocolVersion to) {
        Decision before = Deciding.decide(dossier, cohort, question, from);
        Decision after = Deciding.decide(dossier, cohort, question, to);
        return new Impact(
                after.participant(),
                before.verdict(),
                after.verdict(),
                before.earliest(),
                after.earliest(),
                criteria(answers(before), answers(after)));
    }

    /** Whether anything differs. */
    public boolean isAny() {
        return before != after || !Objects.equals(earliestBefore, earliestAfter) || !criteria.isEmpty();
    }

    private static Map<String, Decision.Answer> answers(Decision decision) {
        return decision.criteria().stream()
                .collect(Collectors.toMap(
                        answer -> answer.outcome().criterion().id(),
                        Function.identity(),
                        (one, other) -> one,
                        java.util.LinkedHashMap::new));
    }

    private static List<Criterion> criteria(Map<String, Decision.Answer> before, Map<String, Decision.Answer> after) {
        List<String> ids = new ArrayList<>(after.keySet());
        before.keySet().stream().filter(id -> !after.containsKey(id)).forEach(ids::add);
        return ids.stream()
                .map(id -> criterion(id, before.get(id), after.get(id)))
                .filter(c -> c.before() != c.after() || !Objects.equals(c.clearsBefore(), c.clearsAfter()))
                .toList();
    }

    private static Criterion criterion(String id, Decision.@Nullable Answer before, Decision.@Nullable Answer after) {
        return new Criterion(
                id,
                before == null ? null : before.outcome().status(),
                after == null ? null : after.outcome().status(),
                before == null ? null : before.clears(),
                after == null ? null : after.clears());
    }
}
