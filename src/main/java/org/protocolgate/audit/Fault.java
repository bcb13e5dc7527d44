package org.protocolgate.audit;

import org.jspecify.annotations.Nullable;

/**
 * The first thing in a chain that is not as it was recorded.
 *
 * @param chain the chain, or {@link #SEALS}, or {@link #FILE}
 * @param seq number of the entry or seal, or of the line of a file; null where it concerns the whole
 * @param what what was done to it
 * @param says the same in a sentence
 */
public record Fault(String chain, @Nullable Long seq, What what, String says) {

    public static final String SEALS = "(seals)";
    public static final String FILE = "(file)";

    /** What was done to an entry. */
    public enum What {
        CHANGED,
        REMOVED,
        INSERTED,
        RENUMBERED
    }
}
