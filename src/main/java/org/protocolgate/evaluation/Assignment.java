package org.protocolgate.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Cohort;
import org.protocolgate.participant.DoseAssignment;
import org.protocolgate.participant.Phase;

/**
 * Level, cohort and phase of the participant: by the latest assignment up to the day of the gate, and what that leaves open
 * by the cohort asked with. Where it is not sure which assignment is the latest, none of them is known.
 */
public final class Assignment {

    private final Latest<DoseAssignment> latest;
    private final @Nullable Cohort around;
    private final @Nullable LocalDate nextAssignment;

    Assignment(List<DoseAssignment> all, LocalDate day, @Nullable Cohort around) {
        latest = Latest.of(all, LocalDate.MIN, day);
        nextAssignment = all.stream()
                .flatMap(a -> Stream.of(a.on().earliest(), a.on().latest()))
                .filter(d -> d.isAfter(day))
                .min(LocalDate::compareTo)
                .orElse(null);
        this.around = around;
    }

    /** The next day from which another assignment may be the latest, or null where none is recorded. */
    public @Nullable LocalDate getNextAssignment() {
        return nextAssignment;
    }

    public boolean isVague() {
        return latest.state() == Latest.State.VAGUE;
    }

    /** The level as the assignment itself names it. */
    public @Nullable BigDecimal getOwnLevel() {
        return latest.value() == null ? null : latest.value().level();
    }

    /** The cells planned, as the assignment itself names them. */
    public @Nullable BigDecimal getPlannedCells() {
        return latest.value() == null ? null : latest.value().plannedCells();
    }

    public @Nullable BigDecimal getLevel() {
        BigDecimal own = getOwnLevel();
        return own != null || isVague() || around == null ? own : around.level();
    }

    public @Nullable Phase getPhase() {
        Phase own = latest.value() == null ? null : latest.value().phase();
        return own != null || isVague() || around == null ? own : around.phase();
    }

    public @Nullable String getCohort() {
        String own = latest.value() == null ? null : latest.value().cohort();
        return own != null || isVague() || around == null ? own : around.name();
    }

    /** Whether the level is known, and lies outside the closed range. */
    public boolean ownLevelOutside(BigDecimal least, BigDecimal most) {
        BigDecimal own = getOwnLevel();
        return own != null && (own.compareTo(least) < 0 || own.compareTo(most) > 0);
    }

    /** Whether the cells planned are known to be another number than the level. */
    public boolean plansOtherThanLevel() {
        BigDecimal own = getOwnLevel();
        BigDecimal planned = getPlannedCells();
        return own != null && planned != null && own.compareTo(planned) != 0;
    }

    /** Whether the assignment's own level is one of these. */
    public boolean ownLevelIsOneOf(BigDecimal... levels) {
        BigDecimal own = getOwnLevel();
        return own != null && java.util.Arrays.stream(levels).anyMatch(level -> level.compareTo(own) == 0);
    }

    /** The assignment that is the latest, or those of which it is one. */
    public List<DoseAssignment> getFacts() {
        return latest.facts();
    }
}
