package org.protocolgate.evaluation;

import org.protocolgate.participant.Fact;

/** A view of one fact of the dossier. */
interface OfFact {

    Fact fact();
}
