package org.protocolgate.study;

import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;

/**
 * What was recorded.
 *
 * @param participant code of the participant concerned, or null where it concerns levels
 * @param since the number of the newest entry that the chain had before it was recorded
 * @param ofCohort whether it may change what is answered about others
 * @param actor who recorded it
 */
public record Change(String study, @Nullable String participant, long since, boolean ofCohort, Actor actor) {}
