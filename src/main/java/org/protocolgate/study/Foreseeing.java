package org.protocolgate.study;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.decision.Decision;
import org.protocolgate.decision.Verdict;
import org.protocolgate.dosing.LevelName;
import org.protocolgate.intake.SentQuestion;
import org.protocolgate.participant.Dossier;
import org.protocolgate.participant.Milestone;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.Rulebook;

/** Asks what somebody would have to ask about one participant on a day, by what is recorded of it and of the others. */
final class Foreseeing {

    private final Recorded recorded;
    private final Known known;
    private final Seen cohort;
    private final Instant asOf;
    private final Rulebook rulebook;
    private final LocalDate today;
    private final Dossier dossier;

    Foreseeing(Recorded recorded, long last, Everybody others, Instant asOf, Rulebook rulebook) {
        this.recorded = recorded;
        this.asOf = asOf;
        this.rulebook = rulebook;
        known = recorded.known(last);
        cohort = others.around(recorded.enrolled().code());
        ZoneId zone = Inquests.zone(recorded.enrolled(), rulebook);
        today = LocalDate.ofInstant(asOf, zone);
        dossier = known.dossier(zone);
    }

    Outlook outlook() {
        boolean active = !recorded.voided() && ParticipantView.isActive(dossier, today);
        return new Outlook(
                recorded.enrolled().study(),
                recorded.enrolled().code(),
                level(),
                active,
                today,
                inquest(Gate.SCREENING, PartialDate.of(today)).version(),
                active ? planned() : List.of(),
                active ? asked() : List.of(),
                active ? overturned() : List.of(),
                recorded.given().stream()
                        .filter(one -> one.state() == AuthorisationView.State.VOID)
                        .toList(),
                recorded.given().stream()
                        .filter(one -> one.state() == AuthorisationView.State.OPEN)
                        .findFirst()
                        .orElse(null));
    }

    /** Whether a gate lies before the participant, planned for some day up to {@code until}. */
    boolean isNear(LocalDate until) {
        return !infused()
                && dossier.facts().stream()
                        .anyMatch(fact -> fact instanceof Milestone step
                                && (step.kind() == Milestone.Kind.LYMPHODEPLETION_STARTED
                                        || isPlan(step.kind())
                                                && !step.on().earliest().isAfter(until)));
    }

    private static boolean isPlan(Milestone.Kind kind) {
        return kind == Milestone.Kind.LYMPHODEPLETION_PLANNED || kind == Milestone.Kind.INFUSION_PLANNED;
    }

    private @Nullable String level() {
        return cohort.records().stream()
                .filter(member ->
                        member.participant().equals(recorded.enrolled().code()))
                .findFirst()
                .map(MemberRecords::assignment)
                .map(assignment -> assignment.level())
                .map(LevelName::of)
                .orElse(null);
    }

    private Inquest inquest(Gate gate, PartialDate day) {
        return Inquests.inquest(recorded.enrolled(), gate, day, asOf, known, dossier, cohort, rulebook);
    }

    private List<Outlook.Plan> planned() {
        if (infused()) {
            return List.of();
        }
        boolean begun = last(Milestone.Kind.LYMPHODEPLETION_STARTED) != null;
        return Stream.of(
                        begun ? null : plan(Gate.LYMPHODEPLETION, Milestone.Kind.LYMPHODEPLETION_PLANNED),
                        plan(Gate.INFUSION, Milestone.Kind.INFUSION_PLANNED))
                .filter(plan -> plan != null && !plan.on().isBefore(today))
                .toList();
    }

    private Outlook.@Nullable Plan plan(Gate gate, Milestone.Kind kind) {
        PartialDate planned = last(kind);
        return planned == null || !planned.isFull() ? null : new Outlook.Plan(gate, planned.latest());
    }

    private List<Outlook.Asked> asked() {
        List<Outlook.Asked> asked = new ArrayList<>();
        if (infused()) {
            asked.add(ask(Gate.FOLLOW_UP, PartialDate.of(today)));
        } else if (last(Milestone.Kind.LYMPHODEPLETION_STARTED) != null) {
            asked.add(ask(Gate.INFUSION, dayOf(Milestone.Kind.INFUSION_PLANNED)));
        } else if (last(Milestone.Kind.LYMPHODEPLETION_PLANNED) != null) {
            asked.add(ask(Gate.LYMPHODEPLETION, dayOf(Milestone.Kind.LYMPHODEPLETION_PLANNED)));
            if (last(Milestone.Kind.INFUSION_PLANNED) != null) {
                asked.add(ask(Gate.INFUSION, dayOf(Milestone.Kind.INFUSION_PLANNED)));
            }
        } else {
            asked.add(ask(Gate.SCREENING, PartialDate.of(today)));
        }
        return asked;
    }

    private Outlook.Asked ask(Gate gate, PartialDate day) {
        return new Outlook.Asked(inquest(gate, day), recorded.essenceOfLast(gate.name()));
    }

    private List<Outlook.Overturned> overturned() {
        List<Outlook.Overturned> overturned = new ArrayList<>();
        if (infused()) {
            return overturned;
        }
        for (LastAnswer answer : recorded.proceeding()) {
            PartialDate day = SentQuestion.keptDay(answer.gateDay());
            if (!day.latest().isBefore(today)) {
                Decision now = inquest(Gate.valueOf(answer.gate()), day).decide();
                if (now.verdict() != Verdict.PROCEED) {
                    overturned.add(new Outlook.Overturned(answer.id(), now));
                }
            }
        }
        return overturned;
    }

    private boolean infused() {
        return dossier.facts().stream().anyMatch(fact -> fact instanceof Milestone step && step.ofInfusion());
    }

    /** A planned day, with its time; today where it is past, or not known to the day. */
    private PartialDate dayOf(Milestone.Kind kind) {
        PartialDate planned = last(kind);
        return planned == null || !planned.isFull() || planned.latest().isBefore(today)
                ? PartialDate.of(today)
                : planned;
    }

    private @Nullable PartialDate last(Milestone.Kind kind) {
        return dossier.facts().stream()
                .filter(fact -> fact instanceof Milestone step && step.kind() == kind)
                .map(fact -> ((Milestone) fact).on())
                .reduce((a, b) -> b)
                .orElse(null);
    }
}
