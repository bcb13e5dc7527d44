package org.protocolgate.audit;

import static org.protocolgate.audit.Fault.What.CHANGED;
import static org.protocolgate.audit.Fault.What.INSERTED;
import static org.protocolgate.audit.Fault.What.REMOVED;
import static org.protocolgate.audit.Fault.What.RENUMBERED;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Follows one chain entry by entry, and notes the first that is not as it was recorded. */
final class ChainCheck {

    private final String chain;
    private final boolean filtered;
    private final Seal.@Nullable SealedHead sealed;

    private long seq;
    private String before = Link.BEGINNING;
    private String hash = Link.BEGINNING;
    private Instant at = Instant.MIN;
    private @Nullable Break suspect;
    private @Nullable Fault fault;
    private long loose;

    /**
     * @param filtered whether entries may be missing in between, because they were not asked for
     * @param sealed where a seal found the end of the chain
     */
    ChainCheck(String chain, boolean filtered, Seal.@Nullable SealedHead sealed) {
        this.chain = chain;
        this.filtered = filtered;
        this.sealed = sealed;
    }

    void add(Entry entry) {
        if (fault != null) {
            return;
        }
        if (suspect != null) {
            fault = suspect.explain(entry);
        } else if (entry.seq() <= seq) {
            fault = fault(entry.seq(), INSERTED, "was inserted: it stands behind number " + seq);
        } else if (entry.seq() == seq + 1) {
            follow(entry);
        } else if (filtered) {
            loose++;
            take(entry);
        } else {
            fault = gap(entry);
        }
    }

    /** The number of the last entry that was looked at. */
    long seq() {
        return seq;
    }

    /** How many entries stand behind a gap of a filter, so that nothing shows whether they were changed. */
    long loose() {
        return loose;
    }

    String hash() {
        return hash;
    }

    @Nullable
    Fault fault() {
        return fault;
    }

    /** Notes what is found otherwise than by the chain, unless there is something before it. */
    void note(@Nullable Fault found) {
        fault = fault == null ? found : fault;
    }

    /** Nothing comes any more. */
    void end() {
        if (fault == null && suspect != null) {
            fault = suspect.explain(null);
        }
        if (fault == null && sealed != null && !filtered && sealed.seq() > seq) {
            fault = fault(seq + 1, REMOVED, "was cut off with all behind it: a seal names number " + sealed.seq());
        }
    }

    /**
     * Nothing comes any more, and this is on record as the end of the chain.
     *
     * @param when the time of the last entry, or null where that is not on record
     */
    void end(long last, String lastHash, @Nullable Instant when) {
        if (fault == null && suspect != null && last <= seq) {
            fault = inserted(last);
        }
        end();
        if (fault != null) {
            return;
        }
        if (last > seq) {
            fault = fault(seq + 1, REMOVED, "was cut off: the chain ended with number " + last);
        } else if (last < seq) {
            fault = inserted(last);
        } else if (!lastHash.equals(hash) || seq > 0 && when != null && !when.equals(at)) {
            fault = fault(seq, CHANGED, "is not the one with which the chain ended");
        }
    }

    private Fault inserted(long last) {
        return fault(last + 1, INSERTED, "was inserted: the chain ended with number " + last);
    }

    private void follow(Entry entry) {
        if (!Link.hash(hash, entry).equals(entry.hash())) {
            suspect = new Break(chain, before, hash, entry);
        } else if (entry.at().isBefore(at)) {
            fault = fault(entry.seq(), CHANGED, "was changed: it is older than the one before it");
        } else {
            take(entry);
        }
    }

    private void take(Entry entry) {
        before = hash;
        hash = entry.hash();
        seq = entry.seq();
        at = entry.at();
        if (sealed != null && sealed.seq() == seq && !sealed.hash().equals(hash)) {
            fault = fault(
                    seq, CHANGED, "or one before it was changed, with all hashes since: a seal names another hash");
        }
    }

    private Fault gap(Entry entry) {
        long missing = seq + 1;
        if (Link.hash(hash, entry.numbered(missing)).equals(entry.hash())) {
            return fault(missing, RENUMBERED, "was given the number " + entry.seq());
        }
        long last = entry.seq() - 1;
        return last == missing
                ? fault(missing, REMOVED, "was removed")
                : fault(missing, REMOVED, "and those up to number " + last + " were removed");
    }

    private Fault fault(long number, Fault.What what, String says) {
        return new Fault(chain, number, what, "Entry " + number + " of " + chain + " " + says + ".");
    }
}
