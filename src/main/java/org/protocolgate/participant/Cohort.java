package org.protocolgate.participant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the participants around the one asked about.
 *
 * @param level the level in question, where the participant's own assignment does not say
 * @param phase likewise
 * @param name likewise, the cohort's name
 * @param decisions dose decisions, in the order in which they were recorded
 * @param members the participants of the levels, in the order in which they are listed
 */
public record Cohort(
        @Nullable BigDecimal level,
        @Nullable Phase phase,
        @Nullable String name,
        List<DoseDecision> decisions,
        List<Member> members) {

    public Cohort {
        decisions = List.copyOf(decisions);
        members = List.copyOf(members);
    }

    /** A decision of investigators and sponsor on a dose level. */
    public record DoseDecision(Kind kind, BigDecimal level, LocalDate on) {

        /** What was decided; for a de-escalation the level is the one to go on with. */
        public enum Kind {
            OPEN,
            ESCALATE,
            STAY,
            DE_ESCALATE,
            SELECT_FOR_EXPANSION,
            CLOSE
        }
    }

    /** A participant of a level, as the others need to know them. Times are those of the study site. */
    public record Member(
            String participant,
            BigDecimal level,
            @Nullable String cohort,
            @Nullable Phase phase,
            @Nullable PartialDate infusionStarted,
            @Nullable PartialDate infusionCompleted,
            @Nullable LocalDate authorisedFor,
            List<SafetyReview> safetyReviews,
            List<DltAssessment> dltAssessments) {

        public Member {
            safetyReviews = List.copyOf(safetyReviews);
            dltAssessments = List.copyOf(dltAssessments);
        }
    }
}
