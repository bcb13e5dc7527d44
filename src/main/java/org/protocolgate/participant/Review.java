package org.protocolgate.participant;

import java.util.Set;

/** Somebody went through these topics with the participant: the record is complete through this day. */
public record Review(Entry entry, Set<Topic> topics, PartialDate on) implements Dated {
    /** Parts of the history that can be reviewed. */
    public enum Topic {
        MEDICATION,
        VACCINATION,
        MEDICAL_HISTORY,
        PROCEDURE,
        STUDY_PARTICIPATION,
        CONTRACEPTION
    }
}
