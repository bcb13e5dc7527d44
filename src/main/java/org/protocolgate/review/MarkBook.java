package org.protocolgate.review;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.audit.Entry;
import org.protocolgate.audit.Happened;
import org.protocolgate.audit.Listing;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.SentMark;
import org.protocolgate.intake.SentReason;
import org.protocolgate.study.ConflictException;
import org.protocolgate.study.NotThereException;
import org.protocolgate.study.Signing;
import org.protocolgate.study.UnsignedException;

/** Which decisions and fired rules monitors have looked at, signed. */
@Singleton
public final class MarkBook {

    private static final Set<String> MARKED = Set.of(Action.DECISION_MADE.name(), Action.RULE_FIRED.name());

    private final TransactionOperations<Connection> transactions;
    private final Marks marks;
    private final MarkEnds ends;
    private final MarkReading reading;
    private final Listing log;
    private final AuditLog audit;

    MarkBook(
            TransactionOperations<Connection> transactions,
            Marks marks,
            MarkEnds ends,
            MarkReading reading,
            Listing log,
            AuditLog audit) {
        this.transactions = transactions;
        this.marks = marks;
        this.ends = ends;
        this.reading = reading;
        this.log = log;
        this.audit = audit;
    }

    /** Whether an entry is of a kind that can be marked. */
    public static boolean takes(Entry entry) {
        return MARKED.contains(entry.action()) && entry.decision() != null && entry.participant() != null;
    }

    /**
     * Marks an entry as reviewed.
     *
     * @param sent {entry, hash, comment?}: what is signed, byte by byte
     * @throws RefusedException naming every fault in what was sent
     * @throws NotThereException where there is no such entry
     * @throws ConflictException where it tells of something else than a decision or a rule that fired, is not the one that was
     *     looked at, or is marked by the same person already
     * @throws UnsignedException where no signature came with it
     */
    public MarkView mark(byte[] sent, Actor actor, Signing signing) throws RefusedException {
        SentMark read = SentMark.read(sent);
        return transactions.executeWrite(status -> {
            Entry entry = log.find(read.entry());
            if (entry == null) {
                throw new NotThereException("no entry " + read.entry());
            } else if (!takes(entry)) {
                throw new ConflictException("only decisions and rules that fired are marked as reviewed");
            } else if (!entry.hash().equals(read.hash()) || !log.isLinked(entry)) {
                throw new ConflictException("the entry is not the one that was looked at");
            }
            String participant = Objects.requireNonNull(entry.participant());
            Chain chain = audit.hold(Chain.ofParticipant(participant));
            if (ofEntries(List.of(entry.id())).getOrDefault(entry.id(), List.of()).stream()
                    .anyMatch(mark -> mark.holds() && mark.by().equals(actor.name()))) {
                throw new ConflictException("you marked this already");
            }
            String body = new String(sent, StandardCharsets.UTF_8);
            UUID signature = signing.under(Digest.of(sent));
            if (signature == null) {
                throw new UnsignedException("a review mark: it is signed");
            }
            Mark mark = new Mark(
                    audit.newId(chain),
                    participant,
                    chain.next(),
                    entry.id(),
                    entry.hash(),
                    Objects.requireNonNull(entry.decision()),
                    body,
                    Digest.of(body),
                    signature,
                    chain.at(),
                    actor.name());
            marks.save(mark);
            audit.add(chain, actor, List.of(told(mark, entry)));
            return reading.view(mark, null);
        });
    }

    private static Happened told(Mark mark, Entry entry) {
        return Happened.of(Action.REVIEW_MARKED)
                .to(mark.participant())
                .of(entry.criterion())
                .in(mark.decision())
                .about(mark.id())
                .with("digest", mark.digest())
                .with("marked", entry.action())
                .with("entry", mark.entry().toString())
                .with("hash", mark.entryHash())
                .with("signature", mark.signature().toString());
    }

    /**
     * Takes a mark back.
     *
     * @param sent {reason}
     * @throws RefusedException where no reason is given
     * @throws NotThereException where there is no such mark
     * @throws ConflictException where it was taken back before
     */
    public MarkView withdraw(UUID id, byte[] sent, Actor actor) throws RefusedException {
        SentReason.read(sent);
        return transactions.executeWrite(status -> {
            Mark mark = marks.findById(id).orElseThrow(() -> new NotThereException("no review mark " + id));
            Chain chain = audit.hold(Chain.ofParticipant(mark.participant()));
            if (ends.findById(id).isPresent()) {
                throw new ConflictException("the mark was taken back before");
            }
            String body = new String(sent, StandardCharsets.UTF_8);
            MarkEnd end =
                    new MarkEnd(id, mark.participant(), chain.next(), body, Digest.of(body), chain.at(), actor.name());
            ends.save(end);
            audit.add(
                    chain,
                    actor,
                    List.of(Happened.of(Action.REVIEW_MARK_WITHDRAWN)
                            .to(mark.participant())
                            .in(mark.decision())
                            .about(id)
                            .with("digest", end.digest())
                            .with("entry", mark.entry().toString())));
            return reading.view(mark, end);
        });
    }

    /** All marks of a decision and of the rules that fired for it, the oldest first. */
    public List<MarkView> ofDecision(UUID decision) {
        return transactions.executeRead(status -> reading.views(marks.ofDecision(decision)));
    }

    /** Marks by entry, of each the oldest first. */
    public Map<UUID, List<MarkView>> ofEntries(List<UUID> entries) {
        return entries.isEmpty()
                ? Map.of()
                : transactions.executeRead(status -> reading.views(marks.ofEntries(entries)).stream()
                        .collect(Collectors.groupingBy(MarkView::entry)));
    }
}
