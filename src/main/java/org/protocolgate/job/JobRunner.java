package org.protocolgate.job;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Does the jobs that are noted, from when the service serves. */
@Singleton
@Requires(notEnv = Environment.CLI)
final class JobRunner {

    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DataSource database;
    private final Waker waker;
    private final List<Task<?>> tasks;
    private final java.time.Clock clock;
    private final Duration every;
    private final Duration heartbeat;
    private final int threads;
    private @Nullable Scheduler scheduler;

    JobRunner(
            DataSource database,
            Waker waker,
            List<Task<?>> tasks,
            java.time.Clock clock,
            @Value("${protocol-gate.jobs.every:1s}") Duration every,
            @Value("${protocol-gate.jobs.heartbeat:5s}") Duration heartbeat,
            @Value("${protocol-gate.jobs.threads:2}") int threads) {
        this.database = database;
        this.waker = waker;
        this.tasks = List.copyOf(tasks);
        this.clock = clock;
        this.every = every;
        this.heartbeat = heartbeat;
        this.threads = threads;
    }

    @EventListener
    void start(ServerStartupEvent started) {
        if (threads == 0) {
            return;
        }
        List<RecurringTask<?>> recurring = new ArrayList<>();
        List<Task<?>> others = new ArrayList<>();
        for (Task<?> task : tasks) {
            if (task instanceof RecurringTask<?> again && task instanceof OnStartup) {
                recurring.add(again);
            } else {
                others.add(task);
            }
        }
        Clock now = clock::instant;
        // the scheduler begins and ends its own transactions
        scheduler = Scheduler.create(DelegatingDataSource.unwrapDataSource(database), others)
                .startTasks(recurring)
                .clock(now)
                .threads(threads)
                .pollingInterval(every)
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(PATIENCE)
                .build();
        scheduler.start();
        waker.wakes(scheduler);
    }

    @PreDestroy
    void stop() {
        if (scheduler != null) {
            waker.wakes(null);
            scheduler.stop();
        }
    }
}
