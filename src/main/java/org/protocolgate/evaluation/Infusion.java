package org.protocolgate.evaluation;

import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Anchor;

/** The day for which the infusion is planned. */
public final class Infusion extends AnchorDay {

    Infusion(PartialDate moment, Asking asking) {
        super(Anchor.INFUSION, moment, asking);
    }
}
