package org.protocolgate.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.protocolgate.audit.Digest;

/** Appointments as a file that calendar programs read (iCalendar, RFC 5545). */
public record CalendarFile(String study, List<Appointment> appointments) {

    private static final Duration FRESH = Duration.ofHours(1);

    public CalendarFile {
        appointments = List.copyOf(appointments);
    }

    /** Tells two files apart that tell different things; the moment of writing makes no difference. */
    public String digest() {
        return Digest.of(study + appointments);
    }

    /** @param at the moment of writing */
    public String text(Instant at) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Protocol Gate//Calendar//EN"))
                .add(ImmutableVersion.VERSION_2_0)
                .add(ImmutableCalScale.GREGORIAN)
                .add(new XProperty("X-WR-CALNAME", study))
                .add(new XProperty("X-PUBLISHED-TTL", FRESH.toString()));
        appointments.forEach(one -> calendar.add(event(one, at)));
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Of whole days, which have no zone; the day on which it ends is the one after the last. It blocks nobody's time. */
    private VEvent event(Appointment one, Instant at) {
        VEvent event = new VEvent(false);
        event.add(new Uid(one.uid(study)))
                .add(new DtStamp(at))
                .add(new DtStart<LocalDate>(one.from()))
                .add(new DtEnd<LocalDate>(one.until().plusDays(1)))
                .add(new Summary(one.summary()))
                .add(new Categories(one.kind().name()))
                .add(ImmutableTransp.TRANSPARENT);
        return event;
    }
}
