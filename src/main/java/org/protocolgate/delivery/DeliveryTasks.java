package org.protocolgate.delivery;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.protocolgate.alert.Escalating;

/** The jobs of delivery. What fails in them is a fault of ours or of the database, and is done again soon. */
@Factory
@Requires(beans = Recipients.class)
final class DeliveryTasks {

    private static final Duration AGAIN = Duration.ofSeconds(30);

    @Singleton
    Task<Void> deliver(DeliverJob job) {
        return Tasks.custom(DeliverJob.NAME, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                .onDeadExecutionRevive()
                .execute((instance, context) -> run(job, instance.getId()));
    }

    private static CompletionHandler<Void> run(DeliverJob job, String instance) {
        try {
            Instant again = job.run(DeliveryBook.delivery(instance));
            return again == null
                    ? new CompletionHandler.OnCompleteRemove<>()
                    : (done, operations) -> operations.reschedule(done, again);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the service is stopping", e);
        }
    }

    @Singleton
    Task<Void> escalate(Escalating escalating) {
        return Tasks.oneTime(EscalationJob.NAME)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                .onDeadExecutionRevive()
                .execute((instance, context) -> EscalationJob.run(instance.getId(), escalating));
    }
}
