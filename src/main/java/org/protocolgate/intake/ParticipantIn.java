package org.protocolgate.intake;

import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.participant.Participant;

/** Reads who the participant is. */
final class ParticipantIn {

    private ParticipantIn() {}

    static @Nullable Participant read(ObjectIn in) {
        in.require("id", "sex");
        String id = in.text("id");
        Participant.Sex sex = in.word("sex", Participant.Sex.class);
        PartialDate birthDate = in.date("birthDate");
        Participant.Answer childbearingPotential = answer(in, "childbearingPotential");
        Participant.Answer fertileMalePartner = answer(in, "fertileMalePartner");
        Participant.Answer fertile = answer(in, "fertile");
        in.refuseOthers();
        return id == null || sex == null
                ? null
                : new Participant(id, sex, birthDate, childbearingPotential, fertileMalePartner, fertile);
    }

    /** What nobody has answered is not known. */
    private static Participant.Answer answer(ObjectIn in, String key) {
        Participant.Answer answer = in.word(key, Participant.Answer.class);
        return answer == null ? Participant.Answer.UNKNOWN : answer;
    }
}
