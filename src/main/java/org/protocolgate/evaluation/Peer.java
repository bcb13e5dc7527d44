package org.protocolgate.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Cohort.Member;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.participant.Phase;
import org.protocolgate.participant.SafetyReview;

/** A member of the cohort as seen on the day of asking: what lies after it has not happened yet. */
record Peer(
        Member member,
        @Nullable PartialDate started,
        @Nullable PartialDate completed,
        boolean authorised,
        @Nullable SafetyReview lastReview) {

    static Peer of(Member member, LocalDate today) {
        PartialDate started = seen(member.infusionStarted(), today);
        PartialDate completed = seen(member.infusionCompleted(), today);
        boolean open = member.authorisedFor() != null
                && !member.authorisedFor().isBefore(today)
                && started == null
                && completed == null;
        SafetyReview last = member.safetyReviews().stream()
                .filter(r -> r.significantRisk() != null && !r.liesAfter(today))
                .reduce((a, b) -> Latest.ORDER.compare(b, a) >= 0 ? b : a)
                .orElse(null);
        return new Peer(member, started, completed, open, last);
    }

    private static @Nullable PartialDate seen(@Nullable PartialDate day, LocalDate today) {
        return day == null || day.earliest().isAfter(today) ? null : day;
    }

    /** Whether an infusion was started or completed, or may be given by an open authorisation. */
    boolean isUnderway() {
        return started != null || completed != null || authorised;
    }

    boolean isOf(BigDecimal level) {
        return member.level().compareTo(level) == 0;
    }

    boolean isOf(@Nullable String cohort, @Nullable Phase phase) {
        return cohort != null && phase != null && Objects.equals(member.cohort(), cohort) && member.phase() == phase;
    }
}
