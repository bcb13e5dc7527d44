package org.protocolgate.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** Notes jobs to be done. */
@Singleton
public final class Jobs {

    private final SchedulerClient client;
    private final TransactionOperations<Connection> transactions;
    private final Waker waker;

    /** @param database whose connection is that of the present transaction */
    Jobs(DataSource database, TransactionOperations<Connection> transactions, Waker waker) {
        this.transactions = transactions;
        this.waker = waker;
        client = SchedulerClient.Builder.create(database)
                .jdbcCustomization(new AutodetectJdbcCustomization(DelegatingDataSource.unwrapDataSource(database)))
                .build();
    }

    /**
     * Notes a job within the present transaction, unless it is noted already.
     *
     * @param task name of what is to be done
     * @param instance what it is to be done with
     */
    public void note(String task, String instance, Instant at) {
        client.scheduleIfNotExists(new TaskInstance<>(task, instance), at);
        wakeAfterCommit();
    }

    /**
     * Notes jobs within the present transaction, many with one statement.
     *
     * @param instances what it is to be done with; none of them may be noted already
     */
    public void noteAll(String task, List<String> instances, Instant at) {
        if (!instances.isEmpty()) {
            client.scheduleBatch(instances.stream().map(instance -> new TaskInstance<>(task, instance)), at);
            wakeAfterCommit();
        }
    }

    private void wakeAfterCommit() {
        transactions.findTransactionStatus().ifPresent(status -> status.registerSynchronization(new WakeAfterCommit()));
    }

    private final class WakeAfterCommit implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            waker.wake();
        }
    }
}
