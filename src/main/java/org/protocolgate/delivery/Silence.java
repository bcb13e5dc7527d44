package org.protocolgate.delivery;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who did not answer a moment ago. What else waits for the same receiver is put off untried, so that thousands of deliveries do
 * not each wait for somebody who is away and hold up those for others.
 */
@Singleton
final class Silence {

    private final Map<String, Instant> until = new ConcurrentHashMap<>();
    private final RetrySettings retry;
    private final Clock clock;

    Silence(RetrySettings retry, Clock clock) {
        this.retry = retry;
        this.clock = clock;
    }

    void begins(String receiver) {
        until.put(receiver, clock.instant().plus(retry.shortest()));
    }

    boolean isFrom(String receiver) {
        Instant end = until.get(receiver);
        return end != null && clock.instant().isBefore(end);
    }
}
