package org.protocolgate.audit;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Entries chain by chain, each oldest first, of which a page at a time is in memory. */
final class Walk implements Iterator<List<Entry>> {

    static final int PAGE = 500;

    /** Numbers begin with 1; an entry below would have been put there. */
    static final long BEFORE_ALL = Long.MIN_VALUE;

    private final Stored stored;
    private final Filter filter;
    private @Nullable String chain;
    private long seq = BEFORE_ALL;
    private @Nullable List<Entry> next;

    Walk(Stored stored, Filter filter) {
        this.stored = stored;
        this.filter = filter;
        chain = stored.firstChain();
    }

    @Override
    public boolean hasNext() {
        while (next == null && chain != null) {
            List<Entry> page = stored.entries(Select.following(chain, seq, filter, PAGE));
            if (page.isEmpty()) {
                chain = stored.chainAfter(chain);
                seq = BEFORE_ALL;
            } else {
                seq = page.get(page.size() - 1).seq();
                next = page;
            }
        }
        return next != null;
    }

    @Override
    public List<Entry> next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        List<Entry> page = next;
        next = null;
        return page;
    }
}
