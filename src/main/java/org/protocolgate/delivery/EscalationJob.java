package org.protocolgate.delivery;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.protocolgate.alert.AlertDelivery;
import org.protocolgate.alert.Escalating;
import org.protocolgate.alert.Occurrence;
import org.protocolgate.alert.Severity;
import org.protocolgate.job.Jobs;

/** Notes that an alert of STOP goes on if nobody acknowledges it in time, as long as there is somebody to whom it can go on. */
@Singleton
@Requires(beans = Recipients.class)
final class EscalationJob implements AlertDelivery {

    static final String NAME = "escalate";

    private static final String BETWEEN = "/";

    private final Recipients recipients;
    private final Jobs jobs;
    private final Clock clock;
    private final Duration after;

    EscalationJob(
            Recipients recipients,
            Jobs jobs,
            Clock clock,
            @Value("${protocol-gate.alerts.escalate-after:30m}") Duration after) {
        this.recipients = recipients;
        this.jobs = jobs;
        this.clock = clock;
        this.after = after;
    }

    @Override
    public void note(List<Occurrence> happened) {
        List<String> instances = happened.stream()
                .filter(this::begins)
                .map(one -> one.alert() + BETWEEN + one.number())
                .toList();
        jobs.noteAll(NAME, instances, clock.instant().plus(after));
    }

    /** Whether waiting for somebody to acknowledge begins with this, for the first time or again. */
    private boolean begins(Occurrence one) {
        return switch (one.kind()) {
            case RAISED -> one.severity() == Severity.STOP && recipients.highest() > 0;
            case CHANGED -> one.severity() == Severity.STOP && one.moreUrgent() && recipients.highest() > 0;
            case ESCALATED -> recipients.highest() > one.escalations();
            case RESOLVED, ACKNOWLEDGED, SNOOZED -> false;
        };
    }

    /** Does what an instance names. */
    static void run(String instance, Escalating escalating) {
        String[] parts = instance.split(BETWEEN);
        escalating.escalate(UUID.fromString(parts[0]), Long.parseLong(parts[1]));
    }
}
