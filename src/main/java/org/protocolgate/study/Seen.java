package org.protocolgate.study;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Cohort;
import org.protocolgate.participant.PartialDate;

/**
 * The cohort as it was seen.
 *
 * @param cohort null where a record that it needs is of uncertain date or level: then it is not known
 * @param records of each participant in it
 * @param known of each participant in it, the number of the newest record that was seen; of the dose decisions, under
 *     {@link #LEVELS}, likewise
 * @param facts the same of facts and corrections alone, of everybody
 */
record Seen(@Nullable Cohort cohort, List<MemberRecords> records, Map<String, Long> known, Map<String, Long> facts) {

    /** Stands for the chain of the dose levels; no participant can have this code. */
    static final String LEVELS = "/levels";

    /**
     * The same as it stood when something was done to a participant: infusions of others that surely began later on the same day
     * had not happened, and of permissions only those count of which use was made. What began on later days, whoever asks for
     * that day leaves out.
     */
    Seen when(PartialDate done, String self) {
        if (cohort == null) {
            return this;
        }
        List<Cohort.Member> then = cohort.members().stream()
                .map(member -> member.participant().equals(self) ? member : when(done, member))
                .toList();
        return new Seen(
                new Cohort(cohort.level(), cohort.phase(), cohort.name(), cohort.decisions(), then),
                records,
                known,
                facts);
    }

    private static Cohort.Member when(PartialDate done, Cohort.Member member) {
        return new Cohort.Member(
                member.participant(),
                member.level(),
                member.cohort(),
                member.phase(),
                unlessLater(member.infusionStarted(), done),
                unlessLater(member.infusionCompleted(), done),
                null,
                member.safetyReviews(),
                member.dltAssessments());
    }

    private static @Nullable PartialDate unlessLater(@Nullable PartialDate day, PartialDate done) {
        return day != null
                        && day.time() != null
                        && done.time() != null
                        && day.time().isAfter(done.time())
                ? null
                : day;
    }
}
