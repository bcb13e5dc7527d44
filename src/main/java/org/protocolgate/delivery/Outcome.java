package org.protocolgate.delivery;

/**
 * What became of an attempt.
 *
 * @param fault why it failed; never words of the receiver
 */
record Outcome(Kind kind, String fault) {

    enum Kind {
        SENT,
        /** Somebody answered, and did not take it. */
        REFUSED,
        /** Nobody answered. */
        AWAY,
        /** The receiver wants no more of them at all. */
        GONE
    }

    static Outcome sent() {
        return new Outcome(Kind.SENT, "");
    }

    static Outcome refused(String fault) {
        return new Outcome(Kind.REFUSED, fault);
    }

    static Outcome away(String fault) {
        return new Outcome(Kind.AWAY, fault);
    }

    static Outcome gone(String fault) {
        return new Outcome(Kind.GONE, fault);
    }
}
