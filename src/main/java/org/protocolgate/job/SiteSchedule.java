package org.protocolgate.job;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.function.Supplier;

/**
 * Times at the site, as a cron expression with seconds names them. One that names the hour is about what the clocks show: a time
 * that they leave out on one day of the year comes as much later on that day, and one that they show twice counts when it is shown
 * first, so that what is done daily is done once on every day. One for every hour goes by the hours that pass.
 */
public final class SiteSchedule implements Schedule {

    private static final int HOUR = 2;

    private final String cron;
    private final Supplier<ZoneId> zone;
    private final CronSchedule shown;
    private final boolean namesHour;

    /**
     * @param cron second, minute, hour, day of the month, month, day of the week; "-" for never
     * @param zone the site's, asked each time, because an amendment may bring another
     */
    public SiteSchedule(String cron, Supplier<ZoneId> zone) {
        this.cron = cron;
        this.zone = zone;
        shown = new CronSchedule(cron, ZoneOffset.UTC);
        namesHour = !shown.isDisabled() && !cron.strip().split("\\s+")[HOUR].contains("*");
    }

    @Override
    public Instant getNextExecutionTime(ExecutionComplete complete) {
        return after(complete.getTimeDone());
    }

    /** The first of these times after a moment. */
    public Instant after(Instant moment) {
        ZoneId site = zone.get();
        if (isDisabled()) {
            return NEVER;
        } else if (!namesHour) {
            return next(new CronSchedule(cron, site), moment);
        }
        LocalDateTime clock = unmoved(moment, site);
        Instant next = moment;
        while (!next.isAfter(moment)) {
            clock = LocalDateTime.ofInstant(next(shown, clock.toInstant(ZoneOffset.UTC)), ZoneOffset.UTC);
            next = clock.atZone(site).toInstant();
        }
        return next;
    }

    /** What the clocks would show, had they not been put forward just now. */
    private static LocalDateTime unmoved(Instant moment, ZoneId site) {
        ZoneOffsetTransition last = site.getRules().previousTransition(moment.plusNanos(1));
        return last != null && last.isGap() && moment.isBefore(last.getInstant().plus(last.getDuration()))
                ? LocalDateTime.ofInstant(moment, last.getOffsetBefore())
                : LocalDateTime.ofInstant(moment, site);
    }

    private static Instant next(CronSchedule schedule, Instant after) {
        return schedule.getNextExecutionTime(ExecutionComplete.simulatedSuccess(after));
    }

    @Override
    public boolean isDeterministic() {
        return true;
    }

    @Override
    public boolean isDisabled() {
        return shown.isDisabled();
    }

    @Override
    public String toString() {
        return cron + " at the site";
    }
}
