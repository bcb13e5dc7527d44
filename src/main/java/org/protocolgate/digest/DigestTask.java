package org.protocolgate.digest;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.protocolgate.job.SiteSchedule;
import org.protocolgate.protocol.ServedRules;

/** When digests are sent: at a time of the day, and again on the same day until everybody has got theirs. */
@Factory
final class DigestTask {

    static final String NAME = "digest";

    private final ServedRules rules;
    private final Duration again;

    DigestTask(ServedRules rules, @Value("${protocol-gate.digest.again:15m}") Duration again) {
        this.rules = rules;
        this.again = again;
    }

    @Singleton
    Task<Void> digest(Digest digest, @Value("${protocol-gate.digest.at:0 0 7 * * *}") String cron) {
        SiteSchedule schedule = new SiteSchedule(cron, rules::zone);
        FailureHandler<Void> later =
                (complete, operations) -> operations.reschedule(complete, afterFailure(complete, schedule));
        return Tasks.recurring(NAME, schedule).onFailure(later).execute((instance, context) -> digest.send());
    }

    /** The digest of a day that is over is not sent any more: the next one tells what it would have told. */
    private Instant afterFailure(ExecutionComplete complete, SiteSchedule schedule) {
        Instant failed = complete.getTimeDone();
        Instant next = schedule.after(failed);
        Instant soon = failed.plus(again);
        return day(soon).equals(day(failed)) && soon.isBefore(next) ? soon : next;
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, rules.zone());
    }
}
