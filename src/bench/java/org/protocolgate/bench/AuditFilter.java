package org.protocolgate.bench;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Random;
import org.protocolgate.audit.Filter;
import org.protocolgate.audit.Listing;
import org.protocolgate.audit.ManyEntries;
import org.protocolgate.testing.Database;

/** How long a page of 50 entries of one participant and criterion takes, among few entries and among many. */
public final class AuditFilter implements AutoCloseable {

    private static final int PARTICIPANTS = 20;
    private static final int CRITERIA = 50;
    private static final int LIMIT = 51;

    private final ApplicationContext context = ApplicationContext.run(Database.POSTGRESQL.fresh());

    private AuditFilter(int entries) {
        TransactionOperations<Connection> transactions =
                context.getBean(Argument.of(TransactionOperations.class, Connection.class));
        for (String sql : new String[] {ManyEntries.insert(PARTICIPANTS, 0, entries), "analyze audit_entry"}) {
            transactions.executeWrite(status -> {
                try (Statement statement = status.getConnection().createStatement()) {
                    return statement.execute(sql);
                }
            });
        }
    }

    /** @param args how often, how few, how many */
    public static void main(String[] args) {
        int times = Integer.parseInt(args[0]);
        try (AuditFilter few = new AuditFilter(Integer.parseInt(args[1]));
                AuditFilter many = new AuditFilter(Integer.parseInt(args[2]))) {
            measure(times, few, many);
            double[][] micros = measure(times, few, many);
            System.out.printf(
                    "%,d entries: median %.0f us, nine in ten within %.0f us%n",
                    Integer.parseInt(args[1]), at(micros[0], 0.5), at(micros[0], 0.9));
            System.out.printf(
                    "%,d entries: median %.0f us, nine in ten within %.0f us%n",
                    Integer.parseInt(args[2]), at(micros[1], 0.5), at(micros[1], 0.9));
            System.out.printf("ratio of the medians: %.2f%n", at(micros[1], 0.5) / at(micros[0], 0.5));
        }
    }

    /** In turns, so that whatever else the machine does falls on both. */
    private static double[][] measure(int times, AuditFilter... logs) {
        Random random = new Random(4);
        double[][] micros = new double[logs.length][times];
        for (int i = 0; i < times; i++) {
            Filter filter = new Filter(
                    "CT-" + random.nextInt(PARTICIPANTS),
                    null,
                    "EXC-" + random.nextInt(CRITERIA),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
            for (int log = 0; log < logs.length; log++) {
                long begin = System.nanoTime();
                int found = logs[log]
                        .context
                        .getBean(Listing.class)
                        .newest(filter, null, LIMIT)
                        .size();
                micros[log][i] = (System.nanoTime() - begin) / 1000.0;
                if (found != LIMIT) {
                    throw new IllegalStateException(found + " entries of " + filter);
                }
            }
        }
        return micros;
    }

    private static double at(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) (sorted.length * share)];
    }

    @Override
    public void close() {
        context.close();
    }
}
