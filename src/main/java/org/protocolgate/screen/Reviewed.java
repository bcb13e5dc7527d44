package org.protocolgate.screen;

import java.util.List;
import java.util.UUID;
import org.protocolgate.audit.Entry;
import org.protocolgate.review.MarkBook;
import org.protocolgate.review.MarkView;

/**
 * What was marked of an entry of the audit log.
 *
 * @param hash that of the entry, which is signed with a mark
 * @param takes whether it can be marked
 * @param marks the oldest first, those that do not count included
 */
record Reviewed(UUID entry, String hash, boolean takes, List<MarkView> marks) {

    static Reviewed of(Entry entry, List<MarkView> marks) {
        return new Reviewed(entry.id(), entry.hash(), MarkBook.takes(entry), marks);
    }

    /** Those that count. */
    public List<MarkView> holding() {
        return marks.stream().filter(MarkView::holds).toList();
    }

    /** Whether who looks may mark it. */
    public boolean mayMark(Frame frame) {
        return takes
                && frame.mayReview()
                && holding().stream().noneMatch(mark -> mark.by().equals(frame.user()));
    }
}
