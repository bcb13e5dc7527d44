package org.protocolgate.job;

import java.time.Duration;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.SetClock;

/** Moves the clock of a service on; as time goes by itself, its jobs look at the clock afterwards. */
public final class Hands {

    private Hands() {}

    public static void pass(Service service, Duration time) {
        service.bean(SetClock.class).pass(time);
        service.bean(Waker.class).wake();
    }
}
