package org.protocolgate.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.decision.Clears;
import org.protocolgate.decision.Decision;
import org.protocolgate.decision.Wording;
import org.protocolgate.evaluation.DrugExposure;
import org.protocolgate.evaluation.Status;
import org.protocolgate.participant.Drug;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Gate;

/**
 * What drugs that nobody has recorded would change: the same question without them and with them.
 *
 * @param kind what it comes to; it is NONE only where every drug is known and no criterion is touched by any
 * @param touched the criteria that come out otherwise, or rest on one of the drugs, most severe first
 * @param unread the drugs that are not known: they may be of any class until somebody classifies them
 * @param surely whether none of the criteria is unknown on the day on which the last of them clears; so it is where an end is not
 *     known, for then that day is only the first on which it is not sure that they are not met
 */
public record DrugEffect(
        Kind kind,
        List<Drug> drugs,
        Decision before,
        Decision after,
        List<Touched> touched,
        List<Drug> unread,
        boolean surely) {

    public DrugEffect {
        drugs = List.copyOf(drugs);
        touched = List.copyOf(touched);
        unread = List.copyOf(unread);
    }

    /** What giving the drugs comes to. */
    public enum Kind {
        /** A criterion is not met with them. */
        FORBIDDEN,
        /** What they are, when or how much is not known well enough. */
        UNKNOWN,
        /** A criterion comes out otherwise, and none is harmed. */
        CHANGES,
        /** No criterion is touched. */
        NONE
    }

    /** A criterion that the drugs touch. */
    public record Touched(Decision.Answer before, Decision.Answer after) {

        public Status statusBefore() {
            return before.outcome().status();
        }

        public Status statusAfter() {
            return after.outcome().status();
        }
    }

    /**
     * Asks about drugs.
     *
     * @param drugs with names of their own among the facts
     */
    public static DrugEffect of(Insight.View view, List<Drug> drugs, Gate gate, PartialDate on) {
        Decision before = view.ask(gate, on);
        Insight.View with = view.with(List.copyOf(drugs));
        Decision after = with.ask(gate, on);
        Map<String, Decision.Answer> plain =
                before.criteria().stream().collect(Collectors.toMap(DrugEffect::id, Function.identity()));
        Set<String> refs = drugs.stream().map(Drug::ref).collect(Collectors.toSet());
        List<Touched> touched = after.criteria().stream()
                .map(answer -> new Touched(Objects.requireNonNull(plain.get(id(answer))), answer))
                .filter(one -> isTouched(one, refs))
                .toList();
        List<Drug> unread = drugs.stream()
                .filter(drug ->
                        !DrugExposure.of(drug, after.version().terminology()).readable())
                .toList();
        Kind kind = kind(before, after, touched, unread);
        LocalDate clears = clears(touched);
        boolean surely = clears != null && isKnown(touched, with.ask(gate, PartialDate.of(clears)));
        return new DrugEffect(kind, drugs, before, after, touched, unread, surely);
    }

    private static boolean isKnown(List<Touched> touched, Decision then) {
        Set<String> ids = touched.stream().map(one -> id(one.after())).collect(Collectors.toSet());
        return then.evaluation().fault() == null
                && then.criteria().stream()
                        .filter(answer -> ids.contains(id(answer)))
                        .noneMatch(answer -> answer.outcome().status().compareTo(Status.UNKNOWN) >= 0);
    }

    private static String id(Decision.Answer answer) {
        return answer.outcome().criterion().id();
    }

    private static boolean isTouched(Touched one, Set<String> refs) {
        return one.statusBefore() != one.statusAfter()
                || !Objects.equals(one.before().clears(), one.after().clears())
                || one.after().outcome().findings().stream()
                        .flatMap(finding -> finding.evidence().stream())
                        .map(Fact::ref)
                        .anyMatch(refs::contains);
    }

    private static Kind kind(Decision before, Decision after, List<Touched> touched, List<Drug> unread) {
        if (before.evaluation().fault() != null || after.evaluation().fault() != null) {
            return Kind.UNKNOWN;
        } else if (touched.stream().anyMatch(one -> one.statusAfter() == Status.NOT_MET)) {
            return Kind.FORBIDDEN;
        } else if (!unread.isEmpty() || touched.stream().anyMatch(one -> one.statusAfter() == Status.UNKNOWN)) {
            return Kind.UNKNOWN;
        }
        return touched.isEmpty() ? Kind.NONE : Kind.CHANGES;
    }

    /** The drugs in a few words of a language: which, and when. */
    public String words(Wording wording) {
        return drugs.stream().map(wording::fact).collect(Collectors.joining("; "));
    }

    /** The day on which the last of the criteria that the drugs touch clears; null where one does not, or none has to. */
    public @Nullable LocalDate clears() {
        return clears(touched);
    }

    private static @Nullable LocalDate clears(List<Touched> touched) {
        List<@Nullable Clears> all = touched.stream()
                .filter(one -> one.statusAfter() == Status.NOT_MET)
                .map(one -> one.after().clears())
                .collect(Collectors.toList());
        return all.contains(null)
                ? null
                : all.stream()
                        .flatMap(Stream::ofNullable)
                        .map(Clears::on)
                        .max(LocalDate::compareTo)
                        .orElse(null);
    }
}
