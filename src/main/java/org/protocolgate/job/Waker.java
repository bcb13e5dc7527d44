package org.protocolgate.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Tells the scheduler of this process that something is to be done, so that it does not wait until it looks again. */
@Singleton
final class Waker {

    private final AtomicReference<@Nullable Scheduler> scheduler = new AtomicReference<>();

    void wakes(@Nullable Scheduler running) {
        scheduler.set(running);
    }

    void wake() {
        Scheduler running = scheduler.get();
        if (running != null && !running.getSchedulerState().isShuttingDown()) {
            running.triggerCheckForDueExecutions();
        }
    }
}
