package org.protocolgate.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.dosing.LevelName;
import org.protocolgate.participant.Consent;
import org.protocolgate.participant.DoseAssignment;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Milestone;
import org.protocolgate.study.ScreeningLine.State;

/** How far somebody came, by what counts of it; a new screening begins anew. */
final class ScreeningSteps {

    private static final Map<Milestone.Kind, State> ENDS = Map.of(
            Milestone.Kind.SCREEN_FAILED, State.SCREEN_FAILED,
            Milestone.Kind.WITHDRAWN, State.WITHDRAWN,
            Milestone.Kind.STUDY_COMPLETED, State.COMPLETED);

    private final List<Fact> facts;
    private final List<Milestone> steps;
    private final List<Milestone> present;

    /** @param facts consents, steps and dose assignments, in the order of recording */
    ScreeningSteps(List<Fact> facts, LocalDate today) {
        this.facts = facts;
        this.steps = facts.stream()
                .filter(fact -> fact instanceof Milestone step && !step.liesAfter(today))
                .map(Milestone.class::cast)
                .toList();
        List<Milestone.Kind> kinds = steps.stream().map(Milestone::kind).toList();
        this.present = steps.subList(kinds.lastIndexOf(Milestone.Kind.SCREENING_STARTED) + 1, steps.size());
    }

    State state(LocalDate today) {
        Milestone end = end();
        if (end != null) {
            return ENDS.getOrDefault(end.kind(), State.WITHDRAWN);
        }
        List<Consent> given =
                consents().stream().filter(consent -> !consent.liesAfter(today)).toList();
        if (given.stream().noneMatch(consent -> consent.withdrawnOn() == null)) {
            return given.isEmpty() ? State.NOT_CONSENTED : State.WITHDRAWN;
        } else if (present.stream().anyMatch(Milestone::ofInfusion)) {
            return State.INFUSED;
        } else if (last(present, Milestone.Kind.LYMPHODEPLETION_STARTED) != null) {
            return State.LYMPHODEPLETION;
        }
        return screened() == null ? State.CONSENTED : State.SCREENING;
    }

    @Nullable
    Milestone end() {
        return present.stream()
                .filter(step -> ENDS.containsKey(step.kind()))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    @Nullable
    Milestone screened() {
        return last(steps, Milestone.Kind.SCREENING_STARTED);
    }

    int screenings() {
        return (int) steps.stream()
                .filter(step -> step.kind() == Milestone.Kind.SCREENING_STARTED)
                .count();
    }

    /** The end of the infusion where it is known, else its begin. */
    @Nullable
    Milestone infused() {
        Milestone stopped = last(present, Milestone.Kind.INFUSION_STOPPED);
        Milestone completed = last(present, Milestone.Kind.INFUSION_COMPLETED);
        Milestone ended = completed == null ? stopped : completed;
        return ended == null ? last(present, Milestone.Kind.INFUSION_STARTED) : ended;
    }

    @Nullable
    Consent consent() {
        return consents().stream()
                .reduce((a, b) -> b.on().lastMoment().isBefore(a.on().lastMoment()) ? a : b)
                .orElse(null);
    }

    @Nullable
    String level() {
        return facts.stream()
                .filter(fact -> fact instanceof DoseAssignment dose && dose.level() != null)
                .map(fact -> ((DoseAssignment) fact).level())
                .reduce((earlier, later) -> later)
                .map(LevelName::of)
                .orElse(null);
    }

    private List<Consent> consents() {
        return facts.stream()
                .filter(Consent.class::isInstance)
                .map(Consent.class::cast)
                .toList();
    }

    private static @Nullable Milestone last(List<Milestone> steps, Milestone.Kind kind) {
        return steps.stream()
                .filter(step -> step.kind() == kind)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
