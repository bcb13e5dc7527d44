package org.protocolgate.screen;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Entry;
import org.protocolgate.audit.Filter;
import org.protocolgate.audit.Listing;
import org.protocolgate.audit.Verified;
import org.protocolgate.review.MarkBook;
import org.protocolgate.review.MarkView;
import org.protocolgate.review.ViewBook;
import org.protocolgate.study.NotThereException;
import org.protocolgate.telling.Telling;

/** Reads the audit log for its page. */
@Singleton
public final class AuditLists {

    private static final int PAGE = 50;

    private static final Filter CHECKS =
            new Filter(null, null, null, null, null, null, null, Action.VERIFIED, null, null);

    private final Listing listing;
    private final MarkBook marks;
    private final ViewBook views;

    AuditLists(Listing listing, MarkBook marks, ViewBook views) {
        this.listing = listing;
        this.marks = marks;
        this.views = views;
    }

    /**
     * A page, newest first.
     *
     * @param asked the filter as it was typed
     * @param before the last entry of the page before, or null
     * @param verified what a check found that was made just now, or null
     */
    public AuditList of(
            Filter filter, Map<String, String> asked, @Nullable UUID before, @Nullable Verified verified, Frame frame) {
        Locale language = frame.language();
        List<Entry> found = listing.newest(filter, before, PAGE + 1);
        List<Entry> page = found.subList(0, Math.min(PAGE, found.size()));
        UUID next = found.size() > PAGE ? page.get(PAGE - 1).id() : null;
        return new AuditList(
                asked,
                Map.of(),
                lines(page, language),
                next,
                before != null,
                views.of(frame.user()),
                checked(language),
                verified);
    }

    /** The page without a list, where the filter cannot be read. */
    public AuditList faulty(Map<String, String> asked, Map<String, String> faults, Frame frame) {
        return new AuditList(
                asked, faults, List.of(), null, false, views.of(frame.user()), checked(frame.language()), null);
    }

    /**
     * One entry.
     *
     * @throws NotThereException where there is none
     */
    public EntryScreen one(UUID id, Locale language) {
        Entry entry = listing.find(id);
        if (entry == null) {
            throw new NotThereException("no entry " + id);
        }
        return new EntryScreen(
                entry,
                Telling.of(entry, language),
                listing.isLinked(entry),
                Reviewed.of(entry, marks.ofEntries(List.of(id)).getOrDefault(id, List.of())));
    }

    private AuditList.@Nullable Line checked(Locale language) {
        return listing.newest(CHECKS, null, 1).stream()
                .findFirst()
                .map(entry -> line(entry, Map.of(), language))
                .orElse(null);
    }

    private List<AuditList.Line> lines(List<Entry> page, Locale language) {
        Map<UUID, List<MarkView>> marked = marks.ofEntries(
                page.stream().filter(MarkBook::takes).map(Entry::id).toList());
        return page.stream().map(entry -> line(entry, marked, language)).toList();
    }

    private static AuditList.Line line(Entry entry, Map<UUID, List<MarkView>> marked, Locale language) {
        Reviewed reviewed = Reviewed.of(entry, marked.getOrDefault(entry.id(), List.of()));
        return new AuditList.Line(entry, Telling.of(entry, language), reviewed);
    }
}
