package org.protocolgate.testing;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that goes as others do, and can be put forward; for services that are started with testing.clock=true. */
@Singleton
@Replaces(Clock.class)
@Requires(property = "testing.clock", value = "true")
public final class MovedClock extends Clock {

    private volatile Clock clock = Clock.systemUTC();

    public void forward(Duration time) {
        clock = Clock.offset(clock, time);
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return clock.withZone(zone);
    }
}
