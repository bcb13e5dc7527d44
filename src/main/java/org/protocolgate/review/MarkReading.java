package org.protocolgate.review;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Digest;
import org.protocolgate.audit.Entry;
import org.protocolgate.audit.Listing;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.SentMark;
import org.protocolgate.intake.SentReason;

/** Reads marks as they are shown: each is held against the entry that stands in the log now. */
@Singleton
final class MarkReading {

    private final MarkEnds ends;
    private final Listing log;

    MarkReading(MarkEnds ends, Listing log) {
        this.ends = ends;
        this.log = log;
    }

    List<MarkView> views(List<Mark> marks) {
        if (marks.isEmpty()) {
            return List.of();
        }
        Map<UUID, MarkEnd> ended = ends.of(marks.stream().map(Mark::id).toList()).stream()
                .collect(Collectors.toMap(MarkEnd::id, Function.identity()));
        List<MarkView> views = new ArrayList<>();
        for (Mark mark : marks) {
            views.add(view(mark, ended.get(mark.id())));
        }
        return views;
    }

    MarkView view(Mark mark, @Nullable MarkEnd end) {
        return new MarkView(
                mark.id(),
                mark.participant(),
                mark.entry(),
                mark.entryHash(),
                mark.decision(),
                signed(mark).comment(),
                mark.signature(),
                mark.recordedAt(),
                mark.recordedBy(),
                end == null && isOfWhatStands(mark),
                end == null ? null : new MarkView.WithdrawalView(reason(end), end.recordedAt(), end.recordedBy()));
    }

    /** Whether what was signed names the entry of now, and that is as it was recorded. */
    private boolean isOfWhatStands(Mark mark) {
        SentMark signed = signed(mark);
        Entry entry = log.find(signed.entry());
        return entry != null
                && Digest.of(mark.body()).equals(mark.digest())
                && mark.entry().equals(signed.entry())
                && signed.hash().equals(entry.hash())
                && log.isLinked(entry);
    }

    private static SentMark signed(Mark mark) {
        try {
            return SentMark.read(mark.body().getBytes(StandardCharsets.UTF_8));
        } catch (RefusedException e) {
            throw new IllegalStateException("what is kept is no mark", e);
        }
    }

    private static String reason(MarkEnd end) {
        try {
            return SentReason.read(end.body().getBytes(StandardCharsets.UTF_8)).reason();
        } catch (RefusedException e) {
            throw new IllegalStateException("what is kept has no reason", e);
        }
    }
}
