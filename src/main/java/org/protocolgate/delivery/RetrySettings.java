package org.protocolgate.delivery;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How what could not be delivered is tried again.
 *
 * @param attempts in all, before it is given up
 * @param firstRetry the longest wait after the first; then twice as long each time
 * @param longestRetry no wait is longer
 */
@ConfigurationProperties("protocol-gate.delivery")
record RetrySettings(
        @Bindable(defaultValue = "10") int attempts,
        @Bindable(defaultValue = "1m") Duration firstRetry,
        @Bindable(defaultValue = "6h") Duration longestRetry) {

    private static final int MOST_DOUBLINGS = 30;

    /** How long to wait after so many attempts: shortened by chance, up to a half, so that not all come back at one moment. */
    Duration wait(int attempts) {
        long first = firstRetry.toMillis();
        long whole = Math.min(longestRetry.toMillis(), first << Math.min(attempts - 1, MOST_DOUBLINGS));
        return Duration.ofMillis(whole - ThreadLocalRandom.current().nextLong(whole / 2 + 1));
    }

    /** No wait is shorter. */
    Duration shortest() {
        return firstRetry.dividedBy(2);
    }
}
