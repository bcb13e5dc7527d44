package org.protocolgate.evaluation;

import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Anchor;

/** The day of the first consent. */
public final class Consented extends AnchorDay {

    Consented(PartialDate moment, Asking asking) {
        super(Anchor.CONSENT, moment, asking);
    }
}
