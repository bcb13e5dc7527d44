package org.protocolgate.evaluation;

import java.util.List;
import org.protocolgate.participant.Fact;

/**
 * A day, or the period that hangs on it, that is not known, so that what is counted from it cannot be answered.
 *
 * @param word the word of the rules that is missing for this reason, such as {@code Screening}
 * @param facts the records that leave it unknown, where there are any
 */
public record Unanchored(String word, List<Fact> facts) {}
