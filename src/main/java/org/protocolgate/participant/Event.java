package org.protocolgate.participant;

/** Something that happened and bears on a duty after the infusion. */
public record Event(Entry entry, Kind kind, PartialDate on) implements Dated {
    /** The events that the criteria name. */
    public enum Kind {
        EGG_DONATION,
        SPERM_DONATION
    }
}
