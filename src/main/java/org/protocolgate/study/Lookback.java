package org.protocolgate.study;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.protocolgate.dosing.LevelName;
import org.protocolgate.evaluation.Evaluation;
import org.protocolgate.evaluation.Status;
import org.protocolgate.participant.DoseAssignment;
import org.protocolgate.participant.Dossier;
import org.protocolgate.participant.Milestone;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.Rulebook;

/** All that a look back at what was done to one participant rests on. */
record Lookback(
        Enrolled enrolled,
        Known known,
        Dossier dossier,
        Seen seen,
        List<Authorised> given,
        Map<UUID, AuthorisationEnd> ends,
        Rulebook rulebook) {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    List<Act> acts(Set<Gate> gates) {
        return Done.in(dossier.facts()).stream()
                .filter(done -> gates.contains(done.gate()))
                .map(this::act)
                .toList();
    }

    private Act act(Done done) {
        return new Act(
                done.gate(),
                done.on(),
                done.steps().stream().map(Milestone::ref).toList(),
                done.gate() == Gate.INFUSION ? authority(done) : null,
                done.on().isFull() ? open(done) : null);
    }

    private ZoneId zone() {
        return Inquests.zone(enrolled, rulebook);
    }

    /** That of the first record which is not known to have one, if there is such a record. */
    private Authority authority(Done done) {
        Map<String, Instant> recorded = known.facts().stream()
                .collect(Collectors.toMap(fact -> fact.id().toString(), KeptFact::recordedAt));
        String level = level(done.on());
        List<Authority> each = done.steps().stream()
                .map(step -> Authority.of(
                        step, Objects.requireNonNull(recorded.get(step.ref())), given, ends, level, zone()))
                .toList();
        return each.stream().filter(one -> !one.isGiven()).findFirst().orElseGet(() -> each.get(each.size() - 1));
    }

    private @Nullable String level(PartialDate on) {
        return dossier.facts().stream()
                .filter(DoseAssignment.class::isInstance)
                .map(DoseAssignment.class::cast)
                .filter(assigned -> !assigned.on().latest().isAfter(on.latest()))
                .reduce((a, b) -> b.on().lastMoment().isBefore(a.on().lastMoment()) ? a : b)
                .map(DoseAssignment::level)
                .map(LevelName::of)
                .orElse(null);
    }

    private @Nullable List<Judged> open(Done done) {
        Instant end = done.on().latest().atTime(END_OF_DAY).atZone(zone()).toInstant();
        Inquest inquest;
        try {
            Seen then = seen.when(done.on(), enrolled.code());
            inquest = Inquests.inquest(enrolled, done.gate(), done.on(), end, known, then, rulebook);
        } catch (ConflictException e) {
            return null; // a version that is not served any more must not keep anybody from recording what happens
        }
        Evaluation evaluation = inquest.evaluate();
        return evaluation.fault() != null
                ? null
                : evaluation.outcomes().stream()
                        .filter(outcome -> outcome.status().compareTo(Status.UNKNOWN) >= 0)
                        .map(outcome -> Judged.of(outcome, inquest.version()))
                        .toList();
    }

    static Map<UUID, AuthorisationEnd> byId(List<AuthorisationEnd> ends) {
        return ends.stream().collect(Collectors.toMap(AuthorisationEnd::id, Function.identity()));
    }
}
