package org.protocolgate.study;

import jakarta.inject.Singleton;
import java.util.UUID;

/** Tells of whom a record is, for those who speak about it. To be asked within a transaction. */
@Singleton
public final class Whose {

    private final Knowledge knowledge;
    private final Facts facts;
    private final Decisions decisions;

    Whose(Knowledge knowledge, Facts facts, Decisions decisions) {
        this.knowledge = knowledge;
        this.facts = facts;
        this.decisions = decisions;
    }

    /** @throws NotThereException where nobody is enrolled under the code */
    public String enrolled(String code) {
        return knowledge.enrolled(code).code();
    }

    /** @throws NotThereException where there is no such fact */
    public String fact(UUID id) {
        return facts.findById(id)
                .orElseThrow(() -> new NotThereException("no fact " + id))
                .participant();
    }

    /** @throws NotThereException where there is no such decision */
    public String decision(UUID id) {
        return decisions
                .findById(id)
                .orElseThrow(() -> new NotThereException("no decision " + id))
                .participant();
    }
}
