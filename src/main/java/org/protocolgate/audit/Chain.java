package org.protocolgate.audit;

import java.time.Instant;

/**
 * A chain of the audit log that is held by the present transaction: nobody else can add to it until that ends.
 *
 * @param name its name
 * @param at the moment of all that is recorded in this transaction; later than everything in the chain
 * @param head its newest entry
 */
public record Chain(String name, Instant at, Head head) {

    /** Logins, accounts, refused access, exports. */
    public static final String SYSTEM = "system";

    /** Questions of which nothing is stored but that they were asked. */
    public static final String EVALUATIONS = "evaluations";

    static final String LEVELS = "levels:";
    static final String PARTICIPANT = "participant:";

    /** The number of the next entry. */
    public long next() {
        return head.seq() + 1;
    }

    /** The number of the newest entry, or 0. */
    public long last() {
        return head.seq();
    }

    /** The chain of what concerns the dose levels of a study. */
    public static String ofLevels(String study) {
        return LEVELS + study;
    }

    /** The chain of what concerns one participant. */
    public static String ofParticipant(String code) {
        return PARTICIPANT + code;
    }

    /** The participant whom a chain is of. */
    public static String participantOf(Chain chain) {
        return chain.name().substring(PARTICIPANT.length());
    }
}
