package org.protocolgate.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Cohort;
import org.protocolgate.participant.Cohort.DoseDecision;

/** Which dose levels the investigators and the sponsor have opened and closed. */
public final class DoseLevels {

    private final boolean known;
    private final List<DoseDecision> decisions;

    DoseLevels(@Nullable Cohort cohort) {
        known = cohort != null;
        decisions = cohort == null
                ? List.of()
                : cohort.decisions().stream()
                        .sorted(Comparator.comparing(DoseDecision::on))
                        .toList();
    }

    /** The levels as a cohort's decisions have them. */
    public static DoseLevels of(Cohort cohort) {
        return new DoseLevels(cohort);
    }

    /** Whether the question came with a cohort at all. */
    public boolean isKnown() {
        return known;
    }

    /** Whether a level was opened by a decision of whatever day. */
    public boolean wasEverOpened(@Nullable BigDecimal level) {
        return level != null && decisions.stream().anyMatch(d -> opens(d, level));
    }

    /** Whether a level is open on a day; the lowest is open from the start. */
    public boolean isOpen(BigDecimal level, BigDecimal lowest, LocalDate day) {
        boolean open = level.compareTo(lowest) == 0;
        for (DoseDecision decision : decisions) {
            if (decision.on().isAfter(day)) {
                break;
            }
            if (opens(decision, level)) {
                open = true;
            } else if (closes(decision, level)) {
                open = false;
            }
        }
        return open;
    }

    /** The day of the next decision after {@code day}, or null where none is recorded. */
    public @Nullable LocalDate nextDecisionAfter(LocalDate day) {
        return decisions.stream()
                .map(DoseDecision::on)
                .filter(on -> on.isAfter(day))
                .findFirst()
                .orElse(null);
    }

    private static boolean opens(DoseDecision decision, BigDecimal level) {
        return switch (decision.kind()) {
            case OPEN, ESCALATE -> decision.level().compareTo(level) == 0;
            default -> false;
        };
    }

    private static boolean closes(DoseDecision decision, BigDecimal level) {
        return switch (decision.kind()) {
            case CLOSE -> decision.level().compareTo(level) == 0;
            case DE_ESCALATE -> decision.level().compareTo(level) < 0;
            default -> false;
        };
    }
}
