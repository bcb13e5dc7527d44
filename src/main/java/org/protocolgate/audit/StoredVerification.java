package org.protocolgate.audit;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Seal.SealedHead;
import org.protocolgate.audit.Stored.End;

/** Checks the audit log in the database. What is added meanwhile is checked as well, and disturbs nothing. */
@Singleton
public final class StoredVerification {

    private final Stored stored;
    private final Bodies bodies;
    private final SealCheck seals;
    private final Unentered unentered;
    private final Origins origins;

    StoredVerification(Stored stored, Bodies bodies, SealCheck seals, Unentered unentered, Origins origins) {
        this.stored = stored;
        this.bodies = bodies;
        this.seals = seals;
        this.unentered = unentered;
        this.origins = origins;
    }

    /**
     * Checks all chains, what is stored of the facts and decisions they tell of, and the seals.
     *
     * @param kept a seal that was kept elsewhere, or null
     */
    public Verified verify(@Nullable Seal kept) {
        Map<String, SealedHead> sealed = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        if (kept != null) {
            sealed.putAll(kept.ends());
            add(faults, seals.check(kept));
        }
        long chains = 0;
        long entries = 0;
        for (String chain = stored.firstChain(); chain != null; chain = stored.chainAfter(chain)) {
            ChainCheck check = new ChainCheck(chain, false, sealed.remove(chain));
            entries += follow(chain, check);
            chains++;
            add(faults, check.fault());
        }
        for (SealedHead gone : sealed.values()) {
            ChainCheck check = new ChainCheck(gone.chain(), false, gone);
            check.end();
            add(faults, check.fault());
        }
        Fault seal = seals.check();
        if (seal != null && faults.stream().noneMatch(fault -> fault.chain().equals(seal.chain()))) {
            faults.add(seal);
        }
        List<Fault> inStudy = new ArrayList<>(unentered.check());
        inStudy.addAll(origins.check());
        for (Fault fault : inStudy) {
            if (faults.stream().noneMatch(other -> other.chain().equals(fault.chain()))) {
                faults.add(fault);
            }
        }
        return Verified.of(chains, entries, 0, Map.of(), faults);
    }

    /** How many entries were looked at. */
    private long follow(String chain, ChainCheck check) {
        long looked = 0;
        long seq = Walk.BEFORE_ALL;
        while (check.fault() == null) {
            List<Entry> page = stored.entries(Select.following(chain, seq, Filter.NONE, Walk.PAGE));
            if (page.isEmpty()) {
                End end = stored.end(chain);
                if (end.last() <= seq || seq == Walk.BEFORE_ALL && end.last() == 0) {
                    close(chain, check, end.head());
                    break;
                }
                continue;
            }
            page.forEach(check::add);
            check.note(bodies.check(page));
            looked += page.size();
            seq = page.get(page.size() - 1).seq();
        }
        return looked;
    }

    private static void close(String chain, ChainCheck check, @Nullable Head head) {
        if (head == null) {
            check.end();
            check.note(new Fault(chain, null, Fault.What.REMOVED, "The head of " + chain + " was removed."));
        } else {
            check.end(head.seq(), head.hash(), head.at());
        }
    }

    private static void add(List<Fault> faults, @Nullable Fault fault) {
        if (fault != null) {
            faults.add(fault);
        }
    }
}
