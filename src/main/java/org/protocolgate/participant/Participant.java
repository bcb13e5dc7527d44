package org.protocolgate.participant;

import org.jspecify.annotations.Nullable;

/**
 * The participant, by code.
 *
 * @param childbearingPotential of a female participant
 * @param fertileMalePartner whether a female participant has a fertile male partner
 * @param fertile of a male participant
 */
public record Participant(
        String id,
        Sex sex,
        @Nullable PartialDate birthDate,
        Answer childbearingPotential,
        Answer fertileMalePartner,
        Answer fertile) {

    /** Sex as the protocol's provisions on pregnancy use it. */
    public enum Sex {
        MALE,
        FEMALE
    }

    /** An answer that may be missing: unknown is an answer of its own and never a yes or a no. */
    public enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    /** Whether a man who may be fertile is concerned: the participant himself, or a female participant's partner. */
    public boolean concernsFertileMan() {
        return sex == Sex.MALE
                ? fertile != Answer.NO
                : childbearingPotential != Answer.NO && fertileMalePartner != Answer.NO;
    }

    /** Whether this is a female participant of childbearing potential. */
    public Answer mayBearChildren() {
        return sex == Sex.MALE ? Answer.NO : childbearingPotential;
    }
}
