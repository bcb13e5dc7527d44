package org.protocolgate.evaluation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Consent;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Milestone;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Gate;

/** The participant's steps through the study, and the days that are counted from them. */
final class Steps {

    private final List<Fact> seen;
    private final LocalDate today;

    Steps(List<Fact> seen, LocalDate today) {
        this.seen = seen;
        this.today = today;
    }

    /** The anchors of a question, as far as they are known. */
    Anchors anchors(Question question) {
        LocalDate on = question.day();
        PartialDate started = lastRecorded(Milestone.Kind.SCREENING_STARTED);
        boolean atScreening = question.gate() == Gate.SCREENING;
        boolean screeningIsGateDay = atScreening && (started == null || (started.isFull() && after(started, on)));
        return new Anchors(
                screeningIsGateDay ? question.on() : known(started, on),
                of(Consent.class)
                        .min(Latest.ORDER)
                        .map(Consent::on)
                        .filter(PartialDate::isFull)
                        .orElse(null),
                question.gate() == Gate.LYMPHODEPLETION ? question.on() : known(lymphodepletion(), on),
                question.gate() == Gate.INFUSION ? question.on() : null,
                known(infusionEnded(), on),
                screeningIsGateDay);
    }

    /** A start that is only planned and whose day has passed is not known: it may have been put off. */
    private @Nullable PartialDate lymphodepletion() {
        PartialDate started = lastRecorded(Milestone.Kind.LYMPHODEPLETION_STARTED);
        if (started != null) {
            return started;
        }
        PartialDate planned = lastRecorded(Milestone.Kind.LYMPHODEPLETION_PLANNED);
        return planned == null || planned.latest().isBefore(today) ? null : planned;
    }

    /** When the infusion was completed or stopped, by the last record of it. */
    @Nullable
    PartialDate infusionEnded() {
        return lastRecorded(Milestone.Kind.INFUSION_COMPLETED, Milestone.Kind.INFUSION_STOPPED);
    }

    private @Nullable PartialDate lastRecorded(Milestone.Kind... kinds) {
        return of(Milestone.class)
                .filter(m -> List.of(kinds).contains(m.kind()))
                .max(Comparator.comparingInt(Fact::rank))
                .map(Milestone::on)
                .orElse(null);
    }

    /** The records that an anchor was looked for in. */
    List<Fact> recordsOf(String word) {
        return seen.stream()
                .filter(fact -> switch (word) {
                    case "Screening" -> isMilestone(fact, Milestone.Kind.SCREENING_STARTED);
                    case "Consented" -> fact instanceof Consent;
                    case "Lymphodepletion" -> isLymphodepletion(fact);
                    case "ScreeningPeriod" ->
                        isLymphodepletion(fact) || isMilestone(fact, Milestone.Kind.SCREENING_STARTED);
                    case "Infused" ->
                        isMilestone(fact, Milestone.Kind.INFUSION_COMPLETED)
                                || isMilestone(fact, Milestone.Kind.INFUSION_STOPPED);
                    default -> throw new IllegalArgumentException(word);
                })
                .toList();
    }

    private static boolean isLymphodepletion(Fact fact) {
        return isMilestone(fact, Milestone.Kind.LYMPHODEPLETION_STARTED)
                || isMilestone(fact, Milestone.Kind.LYMPHODEPLETION_PLANNED);
    }

    private static boolean isMilestone(Fact fact, Milestone.Kind kind) {
        return fact instanceof Milestone milestone && milestone.kind() == kind;
    }

    private static @Nullable PartialDate known(@Nullable PartialDate day, LocalDate on) {
        return day == null || !day.isFull() || after(day, on) ? null : day;
    }

    private static boolean after(PartialDate day, LocalDate on) {
        return day.latest().isAfter(on);
    }

    private <T extends Fact> Stream<T> of(Class<T> kind) {
        return seen.stream().filter(kind::isInstance).map(kind::cast);
    }
}
