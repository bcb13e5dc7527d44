package org.protocolgate.user;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How many wrong passwords in a row lock an account, and for how long. */
@Singleton
final class Lockout {

    private final int failures;
    private final Duration time;

    Lockout(
            @Value("${protocol-gate.lockout.failures:5}") int failures,
            @Value("${protocol-gate.lockout.time:15m}") Duration time) {
        this.failures = failures;
        this.time = time;
    }

    int failures() {
        return failures;
    }

    Duration time() {
        return time;
    }
}
