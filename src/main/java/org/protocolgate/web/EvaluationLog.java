package org.protocolgate.web;

import io.micronaut.transaction.TransactionOperations;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.audit.Happened;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records who asked what of which nothing else is stored. All questions share one chain, so that one thread records, in one
 * transaction, as many as wait: a transaction for each would make everybody wait for the disk in turn.
 */
@Singleton
final class EvaluationLog {

    static final int MOST_TOGETHER = 64;

    /** The longest time between two lines of a batch that are recorded together, in milliseconds. */
    private static final long GAP = 3;

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationLog.class);

    /** As wide as the column; what is longer, or no text for a database, is recorded by its digest. */
    private static final String CODE = "[^\\p{Cntrl}]{1,64}";

    private final TransactionOperations<Connection> transactions;
    private final AuditLog log;
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread recorder = new Thread(task, "evaluation-log");
        recorder.setDaemon(true);
        return recorder;
    });

    EvaluationLog(TransactionOperations<Connection> transactions, AuditLog log) {
        this.transactions = transactions;
        this.log = log;
    }

    private record Waiting(Actor actor, Happened asked, CompletableFuture<Void> recorded) {}

    /**
     * Records a question and its verdict, in the order of the calls.
     *
     * @param question as it was sent
     * @return done when it is recorded; fails with {@link UnrecordedException}
     */
    CompletableFuture<Void> add(Actor actor, byte[] question, DecisionView answer) {
        Waiting one = new Waiting(actor, asked(question, answer), new CompletableFuture<>());
        waiting.add(one);
        thread.execute(this::recordThoseWaiting);
        return one.recorded();
    }

    /**
     * Records a question and its verdict before it goes on.
     *
     * @throws UnrecordedException where that fails; then nothing may be answered
     */
    void addNow(Actor actor, byte[] question, DecisionView answer) {
        try {
            add(actor, question, answer).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UnrecordedException unrecorded) {
                throw unrecorded;
            }
            throw e;
        }
    }

    private void recordThoseWaiting() {
        List<Waiting> some = new ArrayList<>(MOST_TOGETHER);
        if (waiting.drainTo(some, MOST_TOGETHER) == 0) {
            return;
        }
        try {
            addThoseThatFollow(some);
            transactions.executeWrite(status -> {
                record(some);
                return null;
            });
            some.forEach(one -> one.recorded().complete(null));
        } catch (RuntimeException e) {
            LOG.error("{} evaluations could not be recorded", some.size(), e);
            some.forEach(one -> one.recorded().completeExceptionally(new UnrecordedException(e)));
        }
    }

    /** Where several wait, a batch is being answered and more are about to come; a single question does not wait for others. */
    private void addThoseThatFollow(List<Waiting> some) {
        try {
            while (some.size() > 1 && some.size() < MOST_TOGETHER) {
                Waiting next = waiting.poll(GAP, TimeUnit.MILLISECONDS);
                if (next == null) {
                    return;
                }
                some.add(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void record(List<Waiting> some) {
        Chain chain = log.hold(Chain.EVALUATIONS);
        int from = 0;
        for (int to = 1; to <= some.size(); to++) {
            Actor actor = some.get(from).actor();
            if (to == some.size() || !some.get(to).actor().equals(actor)) {
                List<Happened> asked =
                        some.subList(from, to).stream().map(Waiting::asked).toList();
                chain = log.add(chain, actor, asked);
                from = to;
            }
        }
    }

    private static Happened asked(byte[] question, DecisionView answer) {
        String code = answer.participant();
        boolean fits = code.matches(CODE);
        Happened asked = Happened.of(Action.EVALUATED)
                .about(answer.id())
                .came(answer.verdict())
                .with("dossier", Digest.of(question))
                .with("gate", answer.gate().name())
                .with("on", answer.on());
        return fits ? asked.to(code) : asked.with("participant", Digest.of(code));
    }

    @PreDestroy
    void stop() {
        thread.shutdown();
    }
}
