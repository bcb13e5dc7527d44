package org.protocolgate.study;

import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;

/**
 * What was recorded.
 *
 * @param participant code of the participant concerned, or null where it concerns levels
 * @param actor who recorded it
 */
public record Change(String study, @Nullable String participant, Actor actor) {}
