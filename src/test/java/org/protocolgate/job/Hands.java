package org.protocolgate.job;

import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.SetClock;

/** Moves the clock of a service on; as time goes by itself, its jobs look at the clock afterwards. */
public final class Hands {

    private static final int LOOKS = 200;
    private static final long BETWEEN_LOOKS = 10_000_000;

    private Hands() {}

    /** Lets time pass; first a job that is at work comes to its end, unless it waits for something itself. */
    public static void pass(Service service, Duration time) {
        for (int looks = 0; looks < LOOKS && isAtWork(service); looks++) {
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        service.bean(SetClock.class).pass(time);
        service.bean(Waker.class).wake();
    }

    /** Sets the clock on; a job that just found nothing to do would wait by the old one. */
    public static void to(Service service, String instant) {
        service.bean(SetClock.class).set(instant);
        service.bean(Waker.class).wake();
    }

    private static boolean isAtWork(Service service) {
        TransactionOperations<Connection> transactions =
                service.bean(Argument.of(TransactionOperations.class, Connection.class));
        return transactions.executeRead(status -> {
            try (Statement select = status.getConnection().createStatement();
                    ResultSet row = select.executeQuery("select count(*) from scheduled_tasks where picked")) {
                return row.next() && row.getInt(1) > 0;
            }
        });
    }
}
