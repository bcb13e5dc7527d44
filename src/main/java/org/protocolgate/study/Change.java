package org.protocolgate.study;

import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;

/**
 * What was recorded.
 *
 * @param participant code of the participant concerned, or null where it concerns levels
 * @param ofCohort whether it may change what is answered about others
 * @param actor who recorded it
 */
public record Change(String study, @Nullable String participant, boolean ofCohort, Actor actor) {}
