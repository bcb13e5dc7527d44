package org.protocolgate.study;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Cohort;
import org.protocolgate.participant.DltAssessment;
import org.protocolgate.participant.DoseAssignment;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Milestone;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.participant.Phase;
import org.protocolgate.participant.SafetyReview;

/**
 * What the others need to know of one participant.
 *
 * @param levels all that it was ever given, without trailing zeros
 * @param assignment the last in the order of records
 * @param planned the day for which the infusion is planned
 * @param started the day of the infusion's start that was recorded last
 * @param completed likewise of its completion, or of its stop
 * @param withdrawn the day on which the participant left the study
 * @param authorisedFor the day of an authorisation that has no end
 */
record MemberRecords(
        String participant,
        Set<BigDecimal> levels,
        @Nullable DoseAssignment assignment,
        @Nullable PartialDate planned,
        @Nullable PartialDate started,
        @Nullable PartialDate completed,
        @Nullable PartialDate withdrawn,
        @Nullable LocalDate authorisedFor,
        List<SafetyReview> reviews,
        List<DltAssessment> assessments) {

    /** Whether somebody is of a dose level or was infused, so that others need to know. */
    static boolean isConcerned(List<Fact> facts) {
        return facts.stream()
                .anyMatch(
                        fact -> fact instanceof DoseAssignment || fact instanceof Milestone step && step.ofInfusion());
    }

    /** @param permits those that have no end */
    static MemberRecords of(String participant, List<Fact> facts, List<Permit> permits) {
        return new MemberRecords(
                participant,
                all(facts, DoseAssignment.class)
                        .map(DoseAssignment::level)
                        .filter(Objects::nonNull)
                        .map(BigDecimal::stripTrailingZeros)
                        .collect(Collectors.toUnmodifiableSet()),
                all(facts, DoseAssignment.class)
                        .reduce((a, b) -> b.on().lastMoment().isBefore(a.on().lastMoment()) ? a : b)
                        .orElse(null),
                last(facts, Milestone.Kind.INFUSION_PLANNED),
                last(facts, Milestone.Kind.INFUSION_STARTED),
                last(facts, Milestone.Kind.INFUSION_COMPLETED, Milestone.Kind.INFUSION_STOPPED),
                last(facts, Milestone.Kind.WITHDRAWN),
                permits.stream().map(Permit::on).max(LocalDate::compareTo).orElse(null),
                all(facts, SafetyReview.class).toList(),
                all(facts, DltAssessment.class).toList());
    }

    private static <T extends Fact> Stream<T> all(List<Fact> facts, Class<T> type) {
        return facts.stream().filter(type::isInstance).map(type::cast);
    }

    private static @Nullable PartialDate last(List<Fact> facts, Milestone.Kind... kinds) {
        return all(facts, Milestone.class)
                .filter(milestone -> List.of(kinds).contains(milestone.kind()))
                .map(Milestone::on)
                .reduce((a, b) -> b)
                .orElse(null);
    }

    /** The level, without trailing zeros. */
    @Nullable
    BigDecimal level() {
        return assignment == null || assignment.level() == null
                ? null
                : assignment.level().stripTrailingZeros();
    }

    boolean isInfusedInEscalation() {
        return isInfused() && assignment != null && assignment.phase() == Phase.ESCALATION;
    }

    boolean isInfused() {
        return started != null || completed != null;
    }

    /** Whether level and days are known, as far as they matter to others: doubt about them is doubt about the cohort. */
    boolean isCertain() {
        return (assignment != null && assignment.level() != null
                        ? assignment.on().isFull()
                        : !isInfused())
                && isFull(started)
                && isFull(completed)
                && reviews.stream().allMatch(review -> review.on().isFull())
                && assessments.stream().allMatch(answer -> answer.on().isFull());
    }

    private static boolean isFull(@Nullable PartialDate day) {
        return day == null || day.isFull();
    }

    /** The participant as a member of its level, if it has one and there is no doubt. */
    Optional<Cohort.Member> listing() {
        return assignment == null || assignment.level() == null || !isCertain()
                ? Optional.empty()
                : Optional.of(new Cohort.Member(
                        participant,
                        assignment.level(),
                        assignment.cohort(),
                        assignment.phase(),
                        started,
                        completed,
                        authorisedFor,
                        reviews,
                        assessments));
    }
}
