package org.protocolgate.audit;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the audit log page by page. */
@Singleton
public final class Listing {

    private final Stored stored;

    Listing(Stored stored) {
        this.stored = stored;
    }

    /**
     * A page, newest first.
     *
     * @param before the last entry of the page before, or null for the first page
     * @param limit how many at most
     */
    public List<Entry> newest(Filter filter, @Nullable UUID before, int limit) {
        return stored.entries(Select.newest(filter, before, limit));
    }

    /** One entry, or null. */
    public @Nullable Entry find(UUID id) {
        return stored.entries(Select.one(id)).stream().findFirst().orElse(null);
    }

    /** Whether an entry's hash follows from what it says and from the entry before it in its chain. */
    public boolean isLinked(Entry entry) {
        String before = entry.seq() == 1
                ? Link.BEGINNING
                : stored.entries(Select.following(entry.chain(), entry.seq() - 2, Filter.NONE, 1)).stream()
                        .filter(one -> one.seq() == entry.seq() - 1)
                        .map(Entry::hash)
                        .findFirst()
                        .orElse("");
        return Link.hash(before, entry).equals(entry.hash());
    }

    /**
     * A page, oldest first. An entry that is being recorded at this moment may yet appear before the last of them.
     *
     * @param after the last entry of the page before, or null for the first page
     * @param limit how many at most
     */
    public List<Entry> oldest(Filter filter, @Nullable UUID after, int limit) {
        return stored.entries(Select.oldest(filter, after, limit));
    }
}
