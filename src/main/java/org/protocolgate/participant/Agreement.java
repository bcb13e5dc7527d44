package org.protocolgate.participant;

/** What a participant agreed to, or refused. */
public record Agreement(Entry entry, Kind kind, boolean given, PartialDate on) implements Dated {
    /** The agreements that the protocol asks for. */
    public enum Kind {
        HIGHLY_EFFECTIVE_CONTRACEPTION,
        NO_EGG_DONATION,
        BARRIER_CONTRACEPTION,
        NO_SPERM_DONATION
    }
}
