package org.protocolgate.study;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Cohort;

/**
 * The cohort as it was seen.
 *
 * @param cohort null where a record that it needs is of uncertain date or level: then it is not known
 * @param records of each participant in it
 * @param known of each participant in it, the number of the newest record that was seen; of the dose decisions, under
 *     {@link #LEVELS}, likewise
 * @param facts the same of facts and corrections alone
 */
record Seen(@Nullable Cohort cohort, List<MemberRecords> records, Map<String, Long> known, Map<String, Long> facts) {

    /** Stands for the chain of the dose levels; no participant can have this code. */
    static final String LEVELS = "/levels";
}
