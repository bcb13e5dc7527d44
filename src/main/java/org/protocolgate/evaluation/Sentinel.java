package org.protocolgate.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Cohort;
import org.protocolgate.participant.DoseAssignment;
import org.protocolgate.participant.SafetyReview;
import org.protocolgate.protocol.Span;

/** The sentinel of a dose level: the member whose infusion was completed first. */
public final class Sentinel {

    private final BigDecimal level;
    private final @Nullable Peer listed;
    private final boolean self;
    private final boolean selfAsListed;
    private final boolean othersUnderway;
    private final Assignment assignment;

    /**
     * @param listed the first of the listed members to complete
     * @param self whether the participant is the sentinel, its own infusion by its facts counted in
     * @param selfAsListed whether it is by the listing alone
     * @param assignment what says that the participant is of this level
     */
    Sentinel(
            BigDecimal level,
            @Nullable Peer listed,
            boolean self,
            boolean selfAsListed,
            boolean othersUnderway,
            Assignment assignment) {
        this.level = level;
        this.listed = listed;
        this.self = self;
        this.selfAsListed = selfAsListed;
        this.othersUnderway = othersUnderway;
        this.assignment = assignment;
    }

    /** The sentinel of a level, as nobody in particular sees it. */
    public static Sentinel of(Cohort cohort, BigDecimal level, LocalDate today) {
        Assignment nobodys = new Assignment(List.of(), today, cohort);
        return new Peers(cohort, "", null, today).sentinelOf(level, nobodys);
    }

    /** The participant's own assignment, by which this is its level. */
    public List<DoseAssignment> getFacts() {
        return assignment.getFacts();
    }

    /** The next day from which the participant may be of another level, or null. */
    public @Nullable LocalDate getNextAssignment() {
        return assignment.getNextAssignment();
    }

    public BigDecimal getLevel() {
        return level;
    }

    /** Whether the participant asked about is the sentinel. */
    public boolean isSelf() {
        return self;
    }

    public boolean isSelfAsListed() {
        return selfAsListed;
    }

    /** Whether another of the level has been infused, or may be by an open authorisation. */
    public boolean isAnotherUnderway() {
        return othersUnderway;
    }

    /** Whether one of the listed members has completed an infusion. */
    public boolean isInfused() {
        return listed != null;
    }

    /** The sentinel's code. */
    public String getParticipant() {
        return listed == null ? "" : listed.member().participant();
    }

    /** The day on which the sentinel's infusion was completed. */
    public @Nullable LocalDate getCompleted() {
        return listed == null || listed.completed() == null
                ? null
                : listed.completed().latest();
    }

    /** The first day on which the observation of the sentinel is over. */
    public @Nullable LocalDate observedBy(Span observation) {
        LocalDate completed = getCompleted();
        return completed == null ? null : observation.after(completed);
    }

    /** Whether the observation of the sentinel is over on {@code day}. */
    public boolean isObservedBy(Span observation, LocalDate day) {
        LocalDate over = observedBy(observation);
        return over != null && !day.isBefore(over);
    }

    /** Whether the sentinel's latest safety review found a significant risk. */
    public boolean isAtRisk() {
        SafetyReview review = review();
        return review != null && Boolean.TRUE.equals(review.significantRisk());
    }

    /** Whether the latest safety review found no risk and was done after the observation and by {@code day}. */
    public boolean isCleared(Span observation, LocalDate day) {
        SafetyReview review = review();
        return review != null
                && Boolean.FALSE.equals(review.significantRisk())
                && isObservedBy(observation, review.on().latest())
                && !review.on().latest().isAfter(day);
    }

    private @Nullable SafetyReview review() {
        return listed == null ? null : listed.lastReview();
    }
}
