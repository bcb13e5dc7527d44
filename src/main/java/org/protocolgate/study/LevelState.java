package org.protocolgate.study;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.dosing.Advice;
import org.protocolgate.dosing.Designs;
import org.protocolgate.dosing.DltNumbers;
import org.protocolgate.dosing.LevelName;
import org.protocolgate.dosing.Move;
import org.protocolgate.evaluation.DoseLevels;
import org.protocolgate.evaluation.Sentinel;
import org.protocolgate.participant.Cohort;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.participant.Phase;
import org.protocolgate.protocol.Dosing;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.Span;

/** A dose level at a moment, by what is recorded. */
record LevelState(BigDecimal level, Seen seen, Instant asOf, ProtocolVersion version, Dosing dosing) {

    LocalDate today() {
        return now().toLocalDate();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(asOf, version.zone());
    }

    /** Those of the level of whom there is no doubt. */
    private List<Cohort.Member> members() {
        return seen.records().stream()
                .flatMap(member -> member.listing().stream())
                .filter(member -> member.level().compareTo(level) == 0)
                .toList();
    }

    DltNumbers numbers() {
        return DltNumbers.of(members(), level, today(), window());
    }

    @Nullable
    Advice advice() {
        return Advice.of(Designs.of(version.tables()), numbers());
    }

    List<String> uncertain() {
        return seen.records().stream()
                .filter(member -> !member.isCertain())
                .map(MemberRecords::participant)
                .toList();
    }

    private Span window() {
        return dosing.dltWindow(version.limits());
    }

    LevelView view(List<DoseDecided> decisions, Locale language) {
        DltNumbers numbers = numbers();
        NextInfusion next = NextInfusion.of(level, seen.cohort(), now(), version, dosing, language);
        return new LevelView(
                LevelName.of(level),
                seen.cohort() == null
                        ? null
                        : DoseLevels.of(seen.cohort()).isOpen(level, dosing.lowest(version.limits()), today()),
                asOf,
                today(),
                seen.records().stream().flatMap(this::member).toList(),
                uncertain(),
                sentinel(),
                new LevelView.NumbersView(
                        numbers.treated(),
                        numbers.evaluable(),
                        numbers.dlts(),
                        waiting(numbers.inWindow()),
                        waiting(numbers.overdue())),
                advice(advice()),
                new LevelView.NextView(next.on(), next.standing()),
                decisions.stream()
                        .map(DoseDecisionView::of)
                        .filter(decision -> decision.judged().equals(LevelName.of(level))
                                || decision.level().equals(LevelName.of(level)))
                        .toList());
    }

    private LevelView.@Nullable SentinelView sentinel() {
        if (seen.cohort() == null) {
            return null;
        }
        Span observation = dosing.observation(version.limits());
        Sentinel sentinel = Sentinel.of(seen.cohort(), level, today());
        LocalDate completed = sentinel.getCompleted();
        return completed == null
                ? null
                : new LevelView.SentinelView(
                        sentinel.getParticipant(),
                        completed,
                        Objects.requireNonNull(sentinel.observedBy(observation)),
                        sentinel.isAtRisk(),
                        !sentinel.isAtRisk() && sentinel.isCleared(observation, today()));
    }

    private static List<LevelView.WaitingView> waiting(List<DltNumbers.Waiting> waiting) {
        return waiting.stream()
                .map(one -> new LevelView.WaitingView(one.participant(), one.until()))
                .toList();
    }

    private LevelView.@Nullable AdviceView advice(@Nullable Advice advice) {
        if (advice == null) {
            return null;
        }
        boolean lowest = level.compareTo(dosing.lowest(version.limits())) <= 0;
        boolean down = isDown(advice.i3plus3()) || isDown(advice.boin());
        return new LevelView.AdviceView(advice.i3plus3(), advice.boin(), advice.differ(), lowest && down);
    }

    private static boolean isDown(Move move) {
        return move == Move.DE_ESCALATE || move == Move.ELIMINATE;
    }

    private Stream<LevelView.MemberView> member(MemberRecords member) {
        if (member.assignment() == null
                || member.assignment().level() == null
                || member.assignment().level().compareTo(level) != 0) {
            return Stream.empty();
        }
        List<DltNumbers.Waiting> awaited = new ArrayList<>();
        LevelView.Observation dlt = observation(member, awaited);
        LocalDate authorised = member.authorisedFor();
        return Stream.of(new LevelView.MemberView(
                member.participant(),
                member.assignment().cohort(),
                member.assignment().phase(),
                text(member.planned()),
                text(member.started()),
                text(member.completed()),
                authorised == null || authorised.isBefore(today()) || member.isInfused() ? null : authorised,
                text(member.withdrawn()),
                dlt,
                awaited.isEmpty() ? null : awaited.get(0).until()));
    }

    private LevelView.Observation observation(MemberRecords member, List<DltNumbers.Waiting> awaited) {
        DltNumbers own = DltNumbers.of(member.listing().stream().toList(), level, today(), window());
        awaited.addAll(own.inWindow());
        awaited.addAll(own.overdue());
        if (own.treated() == 0) {
            return LevelView.Observation.NOT_INFUSED;
        } else if (!own.inWindow().isEmpty()) {
            return LevelView.Observation.IN_WINDOW;
        } else if (!own.overdue().isEmpty()) {
            return LevelView.Observation.OVERDUE;
        } else if (member.assignment() != null && member.assignment().phase() == Phase.EXPANSION) {
            return LevelView.Observation.NOT_OBSERVED;
        }
        return own.dlts() > 0 ? LevelView.Observation.DLT : LevelView.Observation.NO_DLT;
    }

    private static @Nullable String text(@Nullable PartialDate day) {
        return day == null ? null : day.toString();
    }
}
