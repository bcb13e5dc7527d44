package org.protocolgate.evaluation;

/**
 * How many others are where a participant is to be.
 *
 * @param known whether the level, the cohort's name and the cohort's members are known
 * @param othersUnderway others of the same level, cohort and phase who were infused, or may be by an open authorisation
 * @param othersInfused others of the same phase who were infused, at whatever level
 */
public record Places(boolean known, int othersUnderway, int othersInfused) {}
