package org.protocolgate.audit;

import static org.protocolgate.audit.Fault.What.CHANGED;
import static org.protocolgate.audit.Fault.What.INSERTED;
import static org.protocolgate.audit.Fault.What.REMOVED;
import static org.protocolgate.audit.Fault.What.RENUMBERED;

import org.jspecify.annotations.Nullable;

/**
 * Tells from its neighbours what was done to the first entry whose hash does not follow: the hash of an untouched entry still
 * shows which number it had and what stood before it.
 *
 * @param before the hash before the entry that the suspect stands behind
 * @param hash the hash of that entry
 */
record Break(String chain, String before, String hash, Entry suspect) {

    /** How many entries, removed with those behind moved up, are still told from a change. */
    private static final int MOST_MOVED = 1000;

    /** @param next the entry behind the suspect, or null at the end of the chain */
    Fault explain(@Nullable Entry next) {
        long seq = suspect.seq();
        if (follows(before, suspect.numbered(seq - 1))) {
            return fault(seq - 1, INSERTED, "was inserted: what is now number " + seq + " was recorded in its place");
        }
        if (next == null) {
            return changed();
        }
        if (follows(hash, next.numbered(seq))) {
            return follows(next.hash(), suspect.numbered(seq + 1))
                    ? fault(seq, RENUMBERED, "has changed places with number " + next.seq())
                    : fault(
                            seq,
                            INSERTED,
                            "was inserted: what is now number " + next.seq() + " was recorded in its place");
        }
        if (follows(suspect.hash(), next)) {
            return changed();
        }
        for (int moved = 1; moved <= MOST_MOVED; moved++) {
            if (follows(suspect.hash(), next.numbered(next.seq() + moved))) {
                return removed(moved);
            }
        }
        return fault(seq, CHANGED, "was changed together with its hash, or put in the place of another");
    }

    private Fault removed(int moved) {
        long seq = suspect.seq();
        String those = moved == 1 ? "was removed" : "and those up to number " + (seq + moved - 1) + " were removed";
        return fault(seq, REMOVED, those + ", and what stood behind was given the numbers from " + seq + " on");
    }

    private Fault changed() {
        String also = suspect.seq() == 1 ? "" : ", or the one before it was, together with its hash";
        return fault(suspect.seq(), CHANGED, "was changed after it was recorded" + also);
    }

    private Fault fault(long seq, Fault.What what, String says) {
        return new Fault(chain, seq, what, "Entry " + seq + " of " + chain + " " + says + ".");
    }

    private static boolean follows(String hash, Entry entry) {
        return Link.hash(hash, entry).equals(entry.hash());
    }
}
