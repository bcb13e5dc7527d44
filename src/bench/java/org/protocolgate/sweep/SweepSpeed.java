package org.protocolgate.sweep;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.core.type.Argument;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.transaction.TransactionOperations;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.protocolgate.audit.Actor;
import org.protocolgate.study.SyntheticStudy;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.SetClock;

/** How many participants a second a sweep asks about, in studies that grow, and what the heap holds afterwards. */
public final class SweepSpeed {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final long LOOK_EVERY = Duration.ofMillis(20).toNanos();
    private static final int WARMING = 12;
    private static final Actor SOMEBODY = new Actor("coordinator", "COORDINATOR");

    private final EmbeddedServer server;
    private Instant now = Instant.parse("2026-03-10T01:00:00Z");

    private SweepSpeed(Map<String, Object> settings) {
        server = ApplicationContext.run(EmbeddedServer.class, settings, Environment.TEST);
        moveTo(now);
    }

    /** @param args how many participants, the fewest first */
    public static void main(String[] args) {
        try {
            run(args);
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(String[] args) throws Exception {
        Map<String, Object> settings = new HashMap<>();
        settings.put("testing.clock", "set");
        settings.put("protocol-gate.jobs.threads", 2);
        settings.put("protocol-gate.jobs.every", "200ms");
        settings.put("protocol-gate.sweep.daily", "-");
        settings.put("protocol-gate.sweep.near", "-");
        settings.put("protocol-gate.digest.at", "-");
        if (System.getenv("DATASOURCES_DEFAULT_URL") == null) {
            settings.putAll(Database.POSTGRESQL.fresh());
        }
        SweepSpeed speed = new SweepSpeed(settings);
        SyntheticStudy study = new SyntheticStudy(speed.server.getApplicationContext(), TODAY);
        study.openLevels(Integer.parseInt(args[args.length - 1]));
        int there = 0;
        for (String size : args) {
            int many = Integer.parseInt(size);
            Instant begun = Instant.now();
            study.fill(there, many);
            speed.analyze();
            System.out.printf("%,d participants filled in %s%n", many, Duration.between(begun, Instant.now()));
            speed.measure(many, there == 0);
            there = many;
        }
        speed.server.close();
    }

    /** @param warming whether the JVM has just started */
    private void measure(int many, boolean warming) {
        sweep("first sweep", many);
        for (int i = 0; i < (warming ? WARMING : 0); i++) {
            sweep("(warming up)", many);
        }
        for (int i = 0; i < 2; i++) {
            sweep("again on this day", many);
        }
        for (int i = 0; i < 3; i++) {
            moveTo(now.plus(Duration.ofDays(1)));
            sweep("on the next day", many);
        }
    }

    private void sweep(String what, int many) {
        SweepBook book = server.getApplicationContext().getBean(SweepBook.class);
        long begun = System.nanoTime();
        SweepView sweep = book.start(SOMEBODY);
        while (book.read(sweep.id()).finishedAt() == null) {
            LockSupport.parkNanos(LOOK_EVERY);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        SweepView done = book.read(sweep.id());
        System.out.printf(
                "%,7d participants, %-18s %8.1f s, %,7.0f a second; asked %,d, changed %,d, alerted %,d, failed %d; live heap %d MB%n",
                many,
                what,
                seconds,
                many / seconds,
                done.asked(),
                done.changed(),
                done.alerted(),
                done.failed(),
                heap());
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private void moveTo(Instant moment) {
        now = moment;
        server.getApplicationContext().getBean(SetClock.class).set(moment.toString());
    }

    private void analyze() {
        TransactionOperations<Connection> transactions =
                server.getApplicationContext().getBean(Argument.of(TransactionOperations.class, Connection.class));
        transactions.executeWrite(status -> {
            try (Statement statement = status.getConnection().createStatement()) {
                return statement.execute("analyze");
            }
        });
    }
}
