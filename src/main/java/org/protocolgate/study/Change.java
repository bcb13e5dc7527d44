package org.protocolgate.study;

import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;

/**
 * What was recorded.
 *
 * @param participant code of the participant concerned, or null where it concerns levels
 * @param since the number of the newest entry that the chain had before it was recorded
 * @param actor who recorded it
 */
public record Change(String study, @Nullable String participant, long since, Actor actor) {}
