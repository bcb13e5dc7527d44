package org.protocolgate.participant;

import java.util.List;

/** All that is known of one participant, facts in the order in which they were recorded. */
public record Dossier(Participant participant, List<Fact> facts) {

    public Dossier {
        facts = List.copyOf(facts);
    }
}
