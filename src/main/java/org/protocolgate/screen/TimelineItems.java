package org.protocolgate.screen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.protocolgate.decision.Decision;
import org.protocolgate.decision.Wording;
import org.protocolgate.evaluation.AnchorDay;
import org.protocolgate.evaluation.DrugExposure;
import org.protocolgate.evaluation.Evaluation.Outcome;
import org.protocolgate.evaluation.Finding;
import org.protocolgate.evaluation.Status;
import org.protocolgate.evaluation.Window;
import org.protocolgate.participant.Condition;
import org.protocolgate.participant.Contraception;
import org.protocolgate.participant.Dossier;
import org.protocolgate.participant.Drug;
import org.protocolgate.participant.DrugClass;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Lab;
import org.protocolgate.participant.Lasting;
import org.protocolgate.participant.Milestone;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.participant.Period;
import org.protocolgate.participant.Vaccination;
import org.protocolgate.protocol.Anchor;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.study.Insight;
import org.protocolgate.study.Outlook;

/** Lays what is recorded of a participant, and what the rules looked at, on a timeline around the infusion. */
final class TimelineItems {

    private static final int DAYS_BEFORE = 90;
    private static final int DAYS_AFTER = 50;

    private final Insight.View view;
    private final Wording wording;
    private final Frame frame;
    private final Map<String, List<Timeline.Item>> lanes = new LinkedHashMap<>();

    private TimelineItems(Insight.View view, Wording wording, Frame frame) {
        this.view = view;
        this.wording = wording;
        this.frame = frame;
    }

    static Timeline of(Insight.View view, Wording wording, Frame frame) {
        return new TimelineItems(view, wording, frame).timeline();
    }

    private Timeline timeline() {
        Dossier dossier = view.dossier();
        LocalDate today = view.outlook().today();
        LocalDate given = day(dossier, Milestone.Kind.INFUSION_STARTED, Milestone.Kind.INFUSION_COMPLETED);
        LocalDate planned = day(dossier, Milestone.Kind.INFUSION_PLANNED);
        LocalDate infusion = given != null ? given : planned != null && planned.isAfter(today) ? planned : today;
        dossier.facts().forEach(this::add);
        if (given == null && view.outlook().active()) {
            addWindows(view.ask(Gate.INFUSION, PartialDate.of(infusion)));
        }
        view.outlook().asked().forEach(asked -> addDuties(asked, infusion));
        LocalDate to = infusion.plusDays(DAYS_AFTER);
        return new Timeline(
                infusion.minusDays(DAYS_BEFORE),
                to,
                today,
                given == null && view.outlook().active() ? view.clear(Gate.INFUSION, today, to) : List.of(),
                lanes.entrySet().stream()
                        .map(lane -> new Timeline.Lane(lane.getKey(), List.copyOf(lane.getValue())))
                        .toList());
    }

    private static @Nullable LocalDate day(Dossier dossier, Milestone.Kind... kinds) {
        return dossier.facts().stream()
                .filter(fact -> fact instanceof Milestone step && Set.of(kinds).contains(step.kind()))
                .map(fact -> ((Milestone) fact).on())
                .filter(PartialDate::isFull)
                .map(PartialDate::latest)
                .reduce((a, b) -> b)
                .orElse(null);
    }

    private void add(Fact fact) {
        if (fact instanceof Drug drug) {
            addDrug(drug);
        } else if (fact instanceof Milestone step) {
            point(say("timeline.steps"), step, step.on());
        } else if (fact instanceof Lab lab) {
            point(say("timeline.labs"), lab, lab.on());
        } else if (fact instanceof Vaccination || fact instanceof Contraception) {
            lasting(frame.word(fact instanceof Vaccination ? "VACCINATION" : "CONTRACEPTION"), (Lasting) fact);
        } else if (fact instanceof Condition condition && condition.kind() == Condition.Kind.SYSTEMIC_INFECTION) {
            lasting(frame.word(condition.kind()), condition);
        }
    }

    private void addDrug(Drug drug) {
        DrugExposure exposure = DrugExposure.of(drug, view.version().terminology());
        if (!exposure.readable()) {
            lasting(say("timeline.unreadable"), drug);
        } else if (exposure.classes().isEmpty()) {
            lasting(say("timeline.otherDrugs"), drug);
        }
        for (DrugClass drugClass : exposure.classes()) {
            lasting(frame.word(drugClass), drug);
        }
    }

    private void lasting(String lane, Lasting fact) {
        Period period = fact.period();
        lane(lane)
                .add(new Timeline.Item(
                        wording.fact(fact),
                        "drug",
                        period.earliestStart(),
                        period.latestStart(),
                        period.earliestEnd(),
                        period.latestEnd(),
                        ""));
    }

    private void point(String lane, Fact fact, PartialDate on) {
        lane(lane).add(Timeline.Item.point(wording.fact(fact), on.earliest(), on.latest(), ""));
    }

    /** The days that the rules looked at before the infusion, by criterion. */
    private void addWindows(Decision decision) {
        for (Decision.Answer answer : decision.criteria()) {
            Outcome outcome = answer.outcome();
            outcome.findings().stream()
                    .map(Finding::window)
                    .filter(Objects::nonNull)
                    .filter(window -> !window.isEmpty() && (isBeforeTreatment(window) || isBad(outcome)))
                    .distinct()
                    .forEach(window -> addWindow(outcome, window));
        }
    }

    /** Whether it moves with the treatment; what lies before screening is settled by then. */
    private static boolean isBeforeTreatment(Window window) {
        AnchorDay day = window.anchor();
        Anchor anchor = day == null ? null : day.anchor();
        return window.reach() != null && (anchor == Anchor.INFUSION || anchor == Anchor.LYMPHODEPLETION);
    }

    private static boolean isBad(Outcome outcome) {
        return outcome.status() == Status.NOT_MET;
    }

    private void addWindow(Outcome outcome, Window window) {
        String kind = isBad(outcome) ? "window bad" : "window";
        lane(outcome.criterion().id() + " " + frame.word(outcome.status()))
                .add(new Timeline.Item(
                        wording.title(outcome),
                        kind,
                        window.from(),
                        window.from(),
                        window.to(),
                        window.to(),
                        window.from() + " – " + window.to()));
    }

    private void addDuties(Outlook.Asked asked, LocalDate infusion) {
        ProtocolVersion version = view.version();
        asked.lastDaysOfDuties().forEach((id, last) -> {
            var criterion = version.criterion(id);
            String title = criterion == null ? id : version.title(criterion, frame.language());
            lane(id).add(new Timeline.Item(title, "window", infusion, infusion, last, last, infusion + " – " + last));
        });
    }

    private List<Timeline.Item> lane(String name) {
        return lanes.computeIfAbsent(name, n -> new ArrayList<>());
    }

    private String say(String key) {
        return ScreenTexts.say(frame.language(), key);
    }
}
