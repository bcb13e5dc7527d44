package org.protocolgate.study;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.decision.Decision;
import org.protocolgate.decision.Verdict;
import org.protocolgate.dosing.LevelName;
import org.protocolgate.intake.SentQuestion;
import org.protocolgate.participant.Dossier;
import org.protocolgate.participant.Milestone;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.Rulebook;

/** Asks what somebody would have to ask about a participant on this day. */
@Singleton
public final class Outlooks {

    private final Knowledge knowledge;
    private final CohortRecords cohorts;
    private final Decisions decisions;
    private final Authorisations authorisations;
    private final AuthorisationEnds ends;
    private final DecisionRecords records;
    private final ServedSources sources;
    private final AuditLog audit;

    Outlooks(
            Knowledge knowledge,
            CohortRecords cohorts,
            Decisions decisions,
            Authorisations authorisations,
            AuthorisationEnds ends,
            DecisionRecords records,
            ServedSources sources,
            AuditLog audit) {
        this.knowledge = knowledge;
        this.cohorts = cohorts;
        this.decisions = decisions;
        this.authorisations = authorisations;
        this.ends = ends;
        this.records = records;
        this.sources = sources;
        this.audit = audit;
    }

    /**
     * Those whose answers may change when something is recorded.
     *
     * @param code the participant concerned, or null where it concerns levels
     */
    public List<String> concerned(String study, @Nullable String code, Rulebook rulebook) {
        ZoneId zone = rulebook.newest(study).orElseThrow().zone();
        Seen seen = code == null ? cohorts.all(study, zone) : cohorts.now(study, code, zone);
        return seen.records().stream().map(MemberRecords::participant).toList();
    }

    /**
     * The outlook of a participant.
     *
     * @param chain its chain, held; the moment of asking is that of the chain
     */
    public Outlook of(String code, Chain chain, Rulebook rulebook) {
        return of(code, chain.at(), knowledge.upTo(code, chain.last()), rulebook);
    }

    /** The same for one who only reads, within the present transaction; nothing of it may be kept. */
    public Outlook at(Instant asOf, String code, Rulebook rulebook) {
        return of(code, asOf, knowledge.now(code), rulebook);
    }

    private Outlook of(String code, Instant asOf, Known known, Rulebook rulebook) {
        Enrolled enrolled = knowledge.enrolled(code);
        ZoneId zone = Inquests.zone(enrolled, rulebook);
        LocalDate today = LocalDate.ofInstant(asOf, zone);
        Seen cohort = cohorts.now(enrolled.study(), code, zone);
        Dossier dossier = known.dossier(zone);
        Asker asker =
                (gate, day) -> new Outlook.Asked(Inquests.inquest(enrolled, gate, day, asOf, known, cohort, rulebook));
        boolean active = !knowledge.isVoided(code) && ParticipantView.isActive(dossier, today);
        String level = cohort.records().stream()
                .filter(member -> member.participant().equals(code))
                .findFirst()
                .map(MemberRecords::assignment)
                .map(assignment -> assignment.level())
                .map(LevelName::of)
                .orElse(null);
        List<AuthorisationView> given = given(code, today);
        return new Outlook(
                enrolled.study(),
                code,
                level,
                active,
                today,
                Inquests.inquest(enrolled, Gate.SCREENING, PartialDate.of(today), asOf, known, cohort, rulebook)
                        .version(),
                active ? planned(dossier, today) : List.of(),
                active ? asked(dossier, today, asker) : List.of(),
                active ? overturned(code, dossier, today, asker) : List.of(),
                given.stream()
                        .filter(one -> one.state() == AuthorisationView.State.VOID)
                        .toList(),
                given.stream()
                        .filter(one -> one.state() == AuthorisationView.State.OPEN)
                        .findFirst()
                        .orElse(null));
    }

    /** Whether a gate lies before a participant, planned for some day up to {@code until}. */
    public boolean isNear(String code, LocalDate until, Rulebook rulebook) {
        Enrolled enrolled = knowledge.enrolled(code);
        Dossier dossier = knowledge.now(code).dossier(Inquests.zone(enrolled, rulebook));
        return !infused(dossier)
                && dossier.facts().stream()
                        .anyMatch(fact -> fact instanceof Milestone step
                                && (step.kind() == Milestone.Kind.LYMPHODEPLETION_STARTED
                                        || isPlan(step.kind())
                                                && !step.on().earliest().isAfter(until)));
    }

    private static boolean isPlan(Milestone.Kind kind) {
        return kind == Milestone.Kind.LYMPHODEPLETION_PLANNED || kind == Milestone.Kind.INFUSION_PLANNED;
    }

    /**
     * Keeps those answers that are not what was answered last.
     *
     * @param chain the participant's, held
     * @return how many were kept
     */
    public int keepChanged(Outlook outlook, Chain chain, Actor actor) {
        int kept = 0;
        for (Outlook.Asked asked : outlook.asked()) {
            String last = decisions
                    .newest(outlook.participant(), asked.inquest().gate().name())
                    .map(Made::essence)
                    .orElse(null);
            if (!Essence.of(asked.decision()).equals(last)) {
                Chain held = kept == 0 ? chain : audit.hold(chain.name());
                records.keep(asked.inquest(), asked.decision(), null, held, actor);
                kept++;
            }
        }
        return kept;
    }

    /** Keeps the rules that are served, so that what they answer can be kept; before a transaction is begun. */
    public void keepRules(Rulebook rulebook) {
        sources.keepAll(rulebook);
    }

    /** Answers a question about the participant. */
    private interface Asker {
        Outlook.Asked ask(Gate gate, PartialDate day);
    }

    private static List<Outlook.Plan> planned(Dossier dossier, LocalDate today) {
        if (infused(dossier)) {
            return List.of();
        }
        boolean begun = last(dossier, Milestone.Kind.LYMPHODEPLETION_STARTED) != null;
        return Stream.of(
                        begun ? null : plan(dossier, Gate.LYMPHODEPLETION, Milestone.Kind.LYMPHODEPLETION_PLANNED),
                        plan(dossier, Gate.INFUSION, Milestone.Kind.INFUSION_PLANNED))
                .filter(plan -> plan != null && !plan.on().isBefore(today))
                .toList();
    }

    private static Outlook.@Nullable Plan plan(Dossier dossier, Gate gate, Milestone.Kind kind) {
        PartialDate planned = last(dossier, kind);
        return planned == null || !planned.isFull() ? null : new Outlook.Plan(gate, planned.latest());
    }

    private static List<Outlook.Asked> asked(Dossier dossier, LocalDate today, Asker asker) {
        List<Outlook.Asked> asked = new ArrayList<>();
        if (infused(dossier)) {
            asked.add(asker.ask(Gate.FOLLOW_UP, PartialDate.of(today)));
        } else if (last(dossier, Milestone.Kind.LYMPHODEPLETION_STARTED) != null) {
            asked.add(asker.ask(Gate.INFUSION, dayOf(dossier, Milestone.Kind.INFUSION_PLANNED, today)));
        } else if (last(dossier, Milestone.Kind.LYMPHODEPLETION_PLANNED) != null) {
            asked.add(asker.ask(Gate.LYMPHODEPLETION, dayOf(dossier, Milestone.Kind.LYMPHODEPLETION_PLANNED, today)));
            if (last(dossier, Milestone.Kind.INFUSION_PLANNED) != null) {
                asked.add(asker.ask(Gate.INFUSION, dayOf(dossier, Milestone.Kind.INFUSION_PLANNED, today)));
            }
        } else {
            asked.add(asker.ask(Gate.SCREENING, PartialDate.of(today)));
        }
        return asked;
    }

    private List<Outlook.Overturned> overturned(String code, Dossier dossier, LocalDate today, Asker asker) {
        List<Outlook.Overturned> overturned = new ArrayList<>();
        if (infused(dossier)) {
            return overturned;
        }
        for (Made made : decisions.newestOfEachQuestion(code)) {
            PartialDate day = SentQuestion.keptDay(made.gateDay());
            if (made.verdict().equals(Verdict.PROCEED.name()) && !day.latest().isBefore(today)) {
                Decision now = asker.ask(Gate.valueOf(made.gate()), day).decision();
                if (now.verdict() != Verdict.PROCEED) {
                    overturned.add(new Outlook.Overturned(made.id(), now));
                }
            }
        }
        return overturned;
    }

    private List<AuthorisationView> given(String code, LocalDate today) {
        return authorisations.ofParticipant(code).stream()
                .filter(given -> !given.permit().on().isBefore(today))
                .map(given ->
                        AuthorisationView.of(given, ends.findById(given.id()).orElse(null), null))
                .toList();
    }

    private static boolean infused(Dossier dossier) {
        return dossier.facts().stream().anyMatch(fact -> fact instanceof Milestone step && step.ofInfusion());
    }

    /** A planned day, with its time; today where it is past, or not known to the day. */
    private static PartialDate dayOf(Dossier dossier, Milestone.Kind kind, LocalDate today) {
        PartialDate planned = last(dossier, kind);
        return planned == null || !planned.isFull() || planned.latest().isBefore(today)
                ? PartialDate.of(today)
                : planned;
    }

    private static @Nullable PartialDate last(Dossier dossier, Milestone.Kind kind) {
        return dossier.facts().stream()
                .filter(fact -> fact instanceof Milestone step && step.kind() == kind)
                .map(fact -> ((Milestone) fact).on())
                .reduce((a, b) -> b)
                .orElse(null);
    }
}
