package org.protocolgate.sweep;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.protocolgate.audit.Actor;
import org.protocolgate.job.SiteSchedule;
import org.protocolgate.protocol.ServedRules;

/** The jobs of sweeps: when they start, and how their chunks are done. */
@Factory
final class SweepTasks {

    private static final Duration AGAIN = Duration.ofSeconds(30);

    @Singleton
    Task<Void> daily(
            SweepBook book, ServedRules rules, @Value("${protocol-gate.sweep.daily:0 0 6 * * *}") String cron) {
        return Tasks.recurring("sweep-daily", new SiteSchedule(cron, rules::zone))
                .execute((instance, context) -> book.start(Sweep.Kind.DAILY, Actor.SERVICE));
    }

    @Singleton
    Task<Void> near(SweepBook book, ServedRules rules, @Value("${protocol-gate.sweep.near:0 0 * * * *}") String cron) {
        return Tasks.recurring("sweep-near", new SiteSchedule(cron, rules::zone))
                .execute((instance, context) -> book.start(Sweep.Kind.NEAR, Actor.SERVICE));
    }

    /** A chunk of which something is left is done again soon, from where it has come to. */
    @Singleton
    Task<Void> chunk(ChunkJob job) {
        return Tasks.oneTime(ChunkJob.NAME)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    if (!job.run(
                            instance.getId(), () -> context.getSchedulerState().isShuttingDown())) {
                        throw new IllegalStateException("the service is stopping");
                    }
                });
    }
}
