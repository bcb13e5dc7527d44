package org.protocolgate.audit;

import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Seal.SealedHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals the audit log, and keeps the seals. */
@Singleton
public final class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private final TransactionOperations<Connection> transactions;
    private final SealRows seals;
    private final AuditLog log;
    private final Clock clock;
    private final @Nullable Path folder;

    Sealing(
            TransactionOperations<Connection> transactions,
            SealRows seals,
            AuditLog log,
            Clock clock,
            @Value("${protocol-gate.seal.folder:}") String folder) {
        this.transactions = transactions;
        this.seals = seals;
        this.log = log;
        this.clock = clock;
        this.folder = folder.isEmpty() ? null : Path.of(folder);
    }

    /** Seals what there is now. */
    public Seal seal(Actor actor, ZoneId site) {
        Seal seal = transactions.executeWrite(status -> add(log.hold(Chain.SYSTEM), actor, site));
        write(seal);
        return seal;
    }

    /** Seals what there is, unless that was done today or there is nothing yet; the file of the newest seal is made good. */
    public void sealIfDue(ZoneId site) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), site);
        Optional<Seal> newest = transactions.executeRead(status -> seals.newest());
        if (newest.isPresent() && !newest.get().sealedDay().isBefore(today)) {
            write(newest.get());
            return;
        }
        transactions
                .executeWrite(status -> {
                    // who waited here for another process finds that one's seal
                    Chain chain = log.hold(Chain.SYSTEM);
                    boolean due = chain.head().seq() > 0 || seals.heads().size() > 1;
                    boolean made = seals.newest()
                            .filter(seal -> !seal.sealedDay().isBefore(today))
                            .isPresent();
                    return due && !made ? Optional.of(add(chain, Actor.SERVICE, site)) : Optional.<Seal>empty();
                })
                .ifPresent(this::write);
    }

    /** Seals, newest first. */
    public List<Seal> before(long number, int limit) {
        return transactions.executeRead(status -> seals.before(number, limit));
    }

    /** A seal by its number. */
    public Optional<Seal> find(long number) {
        return transactions.executeRead(status -> seals.findById(number));
    }

    private Seal add(Chain chain, Actor actor, ZoneId site) {
        List<SealedHead> heads = seals.heads().stream()
                .filter(head -> head.seq() > 0)
                .map(head -> new SealedHead(head.chain(), head.seq(), head.hash()))
                .sorted(Comparator.comparing(SealedHead::chain))
                .toList();
        Optional<Seal> last = seals.newest();
        Seal seal = Seal.of(
                last.map(Seal::number).orElse(0L) + 1,
                LocalDate.ofInstant(chain.at(), site),
                chain.at(),
                heads,
                last.map(Seal::hash).orElse(Link.BEGINNING));
        seals.save(seal);
        Happened sealed = Happened.of(Action.SEALED).about(seal.number()).with("hash", seal.hash());
        log.add(chain, actor, List.of(sealed));
        return seal;
    }

    /** A folder that cannot be written keeps nothing from being sealed: the seal is in the table, and is written later. */
    private void write(Seal seal) {
        if (folder == null) {
            return;
        }
        try {
            SealFile.write(seal, folder);
        } catch (IOException e) {
            LOG.error("seal {} cannot be written to {}", seal.number(), folder, e);
        }
    }
}
