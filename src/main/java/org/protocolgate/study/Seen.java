package org.protocolgate.study;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Cohort;

/**
 * The cohort as it was seen.
 *
 * @param cohort null where a record that it needs is of uncertain date or level: then it is not known
 * @param known of each participant in it, the number of the newest record that was seen
 */
record Seen(@Nullable Cohort cohort, Map<String, Long> known) {}
