package org.protocolgate.audit;

import static org.protocolgate.audit.Fault.What.CHANGED;
import static org.protocolgate.audit.Fault.What.REMOVED;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Seal.SealedHead;

/** Checks the seals that are stored: each follows the one before, and each end of a chain that it names is still there. */
@Singleton
final class SealCheck {

    private static final int PAGE = 20;

    private final TransactionOperations<Connection> transactions;
    private final SealRows seals;
    private final Stored stored;

    SealCheck(TransactionOperations<Connection> transactions, SealRows seals, Stored stored) {
        this.transactions = transactions;
        this.seals = seals;
        this.stored = stored;
    }

    /** The first seal that is not as it was, or that shows a chain to be otherwise than it was; null if there is none. */
    @Nullable
    Fault check() {
        Seal last = null;
        Map<String, SealedHead> ends = new HashMap<>();
        while (true) {
            long after = last == null ? 0 : last.number();
            List<Seal> page = transactions.executeRead(status -> seals.after(after, PAGE));
            for (Seal seal : page) {
                Fault fault = follows(last, seal).orElseGet(() -> ends(seal, ends));
                if (fault != null) {
                    return fault;
                }
                last = seal;
            }
            if (page.size() < PAGE) {
                return null;
            }
        }
    }

    /** Whether a seal that was kept elsewhere is the one that is stored. */
    @Nullable
    Fault check(Seal kept) {
        Optional<Seal> here = transactions.executeRead(status -> seals.findById(kept.number()));
        if (here.isEmpty()) {
            return fault(kept, REMOVED, "is stored no more");
        }
        return here.get().equals(kept) ? null : fault(kept, CHANGED, "is another than the one that was kept");
    }

    private static Optional<Fault> follows(@Nullable Seal last, Seal seal) {
        long number = last == null ? 1 : last.number() + 1;
        if (seal.number() != number) {
            String says = "Seal " + number + " was removed.";
            return Optional.of(new Fault(Fault.SEALS, number, REMOVED, says));
        }
        boolean right =
                seal.equals(seal.hashed()) && seal.previous().equals(last == null ? Link.BEGINNING : last.hash());
        return right ? Optional.empty() : Optional.of(fault(seal, CHANGED, "is not as it was made"));
    }

    /** Only ends that moved since the seal before are looked up: the others have been. */
    private @Nullable Fault ends(Seal seal, Map<String, SealedHead> known) {
        Map<String, SealedHead> before = new HashMap<>(known);
        for (SealedHead end : seal.ends().values()) {
            SealedHead old = before.remove(end.chain());
            if (!end.equals(old) && !isThere(end) || old != null && end.seq() < old.seq()) {
                String says = "Entry " + end.seq() + " of " + end.chain() + " was cut off or replaced: seal "
                        + seal.number() + " of " + seal.sealedDay() + " names another.";
                return new Fault(end.chain(), end.seq(), REMOVED, says);
            }
            known.put(end.chain(), end);
        }
        return before.isEmpty() ? null : fault(seal, CHANGED, "lacks chains that the one before it names");
    }

    private boolean isThere(SealedHead end) {
        return stored.entries(Select.following(end.chain(), end.seq() - 1, Filter.NONE, 1)).stream()
                .anyMatch(entry -> entry.seq() == end.seq() && entry.hash().equals(end.hash()));
    }

    private static Fault fault(Seal seal, Fault.What what, String says) {
        return new Fault(Fault.SEALS, seal.number(), what, "Seal " + seal.number() + " " + says + ".");
    }
}
