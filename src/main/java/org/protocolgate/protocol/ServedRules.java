package org.protocolgate.protocol;

import java.time.ZoneId;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * The rulebook that questions are asked of. It can be exchanged while questions are asked: each one is answered by one
 * rulebook from beginning to end, and the retired one is released when nobody asks it any more.
 */
public final class ServedRules implements AutoCloseable {

    private final Supplier<RuleFolder> source;
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
    private Rulebook current;

    /**
     * @param source where the rule folder is read from, now and at each reload
     * @throws FaultyRulesException when the folder is not whole
     */
    public ServedRules(Supplier<RuleFolder> source) {
        this.source = source;
        current = Rulebook.load(source.get());
    }

    /** What is asked of a rulebook. */
    public interface Ask<T, E extends Exception> {
        T of(Rulebook rulebook) throws E;
    }

    /** Asks something of the rulebook that is served now; nothing of it may be kept for later questions. */
    public <T, E extends Exception> T ask(Ask<T, E> question) throws E {
        lock.readLock().lock();
        try {
            return question.of(current);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The zone of the study site, by the newest version. */
    public ZoneId zone() {
        return ask(rulebook -> rulebook.newest(rulebook.study()).orElseThrow().zone());
    }

    /**
     * Reads the folder anew and serves it, if it is whole; else the present one goes on being served.
     *
     * @throws FaultyRulesException with every fault found
     */
    public void reload() {
        Rulebook next = Rulebook.load(source.get());
        Rulebook retired;
        lock.writeLock().lock();
        try {
            retired = current;
            current = next;
        } finally {
            lock.writeLock().unlock();
        }
        retired.close();
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            current.close();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
