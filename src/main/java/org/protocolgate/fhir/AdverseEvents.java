package org.protocolgate.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.protocolgate.importing.Remark;

/** Adverse events that happened; their grade is no severity of FHIR's. */
final class AdverseEvents {

    private AdverseEvents() {}

    static void read(AdverseEvent event, Draft draft) {
        String term = Codes.name(event.getEvent());
        if (event.getActuality() != AdverseEvent.AdverseEventActuality.ACTUAL) {
            draft.skip("did not happen to the patient");
        } else if (term == null) {
            draft.none("does not say what happened");
        } else {
            ObjectNode fact = draft.fact("adverseEvent");
            fact.put("term", term);
            Times.put(fact, "start", Times.text(event.getDateElement()));
            draft.doubt(Remark.of("grade", null, "the grade is not said: FHIR has none from 1 to 5"));
            draft.doubt(Remark.of("end", null, "until when it lasted is not said"));
        }
    }
}
