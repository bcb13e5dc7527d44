package org.protocolgate.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is done at a time of the day is done on every day, also where the clocks are changed. */
class SiteScheduleTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int YEAR = 365 * 24 * 60 * 60;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/Berlin",
                        "America/New_York",
                        "Asia/Shanghai",
                        "Australia/Lord_Howe", // by half an hour
                        "Asia/Beirut", // at midnight
                        "America/Santiago")
                .map(ZoneId::of);
    }

    /** One of the minutes that the clocks leave out or show twice somewhere, or any other. */
    @Provide
    Arbitrary<LocalTime> times() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 24 * 60 - 1),
                        Arbitraries.integers().between(0, 4 * 60))
                .map(minute -> LocalTime.of(minute / 60, minute % 60));
    }

    @Property(tries = 2_000)
    void dailyIsOnceADay(
            @ForAll("zones") ZoneId zone,
            @ForAll("times") LocalTime time,
            @ForAll @IntRange(max = YEAR) int seconds,
            @ForAll boolean nearChange) {
        Instant moment = START.plusSeconds(seconds);
        if (nearChange && zone.getRules().nextTransition(moment) != null) {
            moment = zone.getRules()
                    .nextTransition(moment)
                    .getInstant()
                    .plusSeconds(seconds % (8 * 60 * 60) - 4 * 60 * 60);
        }
        SiteSchedule daily = new SiteSchedule("0 " + time.getMinute() + " " + time.getHour() + " * * *", () -> zone);
        LocalDate day = LocalDate.ofInstant(moment, zone).minusDays(1);
        while (!day.atTime(time).atZone(zone).toInstant().isAfter(moment)) {
            day = day.plusDays(1);
        }
        assertThat(daily.after(moment)).isEqualTo(day.atTime(time).atZone(zone).toInstant());
    }

    @Property(tries = 500)
    void hourlyIsOnceAnHour(@ForAll @IntRange(max = YEAR) int seconds) {
        Instant moment = START.plusSeconds(seconds);
        Instant next = new SiteSchedule("0 0 * * * *", () -> BERLIN).after(moment);
        assertThat(next.getEpochSecond() % 3_600).isZero();
        assertThat(Duration.between(moment, next)).isPositive().isLessThanOrEqualTo(Duration.ofHours(1));
    }

    @Example
    void aTimeThatTheClocksLeaveOutComesLaterOnThatDay() {
        SiteSchedule schedule = new SiteSchedule("0 30 2 * * *", () -> BERLIN);
        Instant changed = schedule.after(Instant.parse("2026-03-28T12:00:00Z"));
        assertThat(changed).isEqualTo("2026-03-29T01:30:00Z"); // 03:30 in summer time
        assertThat(schedule.after(changed)).isEqualTo("2026-03-30T00:30:00Z");
    }

    @Example
    void aTimeThatTheClocksShowTwiceCountsOnce() {
        SiteSchedule schedule = new SiteSchedule("0 30 2 * * *", () -> BERLIN);
        Instant changed = schedule.after(Instant.parse("2026-10-24T12:00:00Z"));
        assertThat(changed).isEqualTo("2026-10-25T00:30:00Z"); // 02:30 in summer time
        assertThat(schedule.after(changed.plusSeconds(60))).isEqualTo("2026-10-26T01:30:00Z");
    }

    @Example
    void anotherZoneCountsFromTheNextTimeOn() {
        AtomicReference<ZoneId> zone = new AtomicReference<>(BERLIN);
        SiteSchedule schedule = new SiteSchedule("0 0 7 * * *", zone::get);
        Instant noon = Instant.parse("2026-03-10T12:00:00Z");
        assertThat(schedule.after(noon)).isEqualTo("2026-03-11T06:00:00Z");
        zone.set(ZoneId.of("America/New_York"));
        assertThat(schedule.after(noon)).isEqualTo("2026-03-11T11:00:00Z");
    }

    @Example
    void neverIsNever() {
        SiteSchedule schedule = new SiteSchedule("-", () -> BERLIN);
        assertThat(schedule.isDisabled()).isTrue();
        assertThat(schedule.after(START)).isEqualTo(Schedule.NEVER);
    }
}
