package org.protocolgate.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of the demo. It begins at an instant and goes on from there as the system's clock does; before that, while the demo is
 * prepared, it stands where its story is.
 */
final class DemoClock extends Clock {

    private final Clock system;
    private final Instant start;
    private volatile Clock present;

    DemoClock(Clock system, Instant start) {
        this.system = system;
        this.start = start;
        this.present = begun(system, start);
    }

    /** When the demo begins. */
    Instant start() {
        return start;
    }

    void standAt(Instant moment) {
        present = Clock.fixed(moment, ZoneOffset.UTC);
    }

    /** The demo begins now. */
    void begin() {
        present = begun(system, start);
    }

    /** A clock at which it is an instant now. */
    static Clock begun(Clock system, Instant start) {
        return Clock.offset(system, Duration.between(system.instant(), start));
    }

    @Override
    public Instant instant() {
        return present.instant();
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return present.withZone(zone);
    }
}
