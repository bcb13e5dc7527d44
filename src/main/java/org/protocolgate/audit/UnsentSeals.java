package org.protocolgate.audit;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;

/** Seals that have not left by mail. One is remembered as sent after it was, so that none is lost and one may leave twice. */
@Singleton
public final class UnsentSeals {

    private final TransactionOperations<Connection> transactions;
    private final SealRows seals;
    private final Clock clock;

    UnsentSeals(TransactionOperations<Connection> transactions, SealRows seals, Clock clock) {
        this.transactions = transactions;
        this.seals = seals;
        this.clock = clock;
    }

    /** Those that have yet to be sent, newest first: the newest vouches for all before it. */
    public List<Seal> newest(int limit) {
        return transactions.executeRead(status -> seals.unsent(limit));
    }

    /** Remembers that a mail server took this one. */
    public void sent(Seal seal) {
        transactions.executeWrite(status -> {
            seals.sent(seal.number(), clock.instant());
            return null;
        });
    }
}
