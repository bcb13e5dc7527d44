package org.protocolgate.web;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.sse.Event;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.protocolgate.alert.AlertBook;
import org.protocolgate.alert.EventView;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Tells pages what happens to alerts. The database is looked at a few times a second, once for all who listen, because what is
 * told may have been recorded by another process.
 */
@Singleton
final class AlertStream {

    private static final Logger LOG = LoggerFactory.getLogger(AlertStream.class);
    private static final int AT_A_TIME = 500;

    private final AlertBook book;
    private final Sinks.Empty<Void> stopped = Sinks.empty();
    private final Flux<Long> newest;

    AlertStream(AlertBook book, @Value("${protocol-gate.alerts.look-every:500ms}") Duration every) {
        this.book = book;
        newest = Flux.interval(Duration.ZERO, every, Schedulers.boundedElastic())
                .onBackpressureDrop()
                .takeUntilOther(stopped.asMono())
                .concatMap(tick -> look())
                .share();
    }

    /** Pages that still listen are told to come again. */
    @PreDestroy
    void stop() {
        stopped.tryEmitEmpty();
    }

    private Flux<Long> look() {
        try {
            return Flux.just(book.last());
        } catch (RuntimeException e) {
            LOG.warn("what happened to alerts cannot be read; it is tried again: {}", e.getMessage());
            return Flux.empty();
        }
    }

    /** @param last the number of the last event that the page has; where it is none, the stream begins now */
    Publisher<Event<EventView>> after(@Nullable String last, Locale language) {
        AtomicLong told = new AtomicLong(number(last));
        return newest.publishOn(Schedulers.boundedElastic())
                .filter(number -> told.compareAndSet(-1, number) || number > told.get())
                .concatMapIterable(number -> read(told, language))
                .map(event -> Event.of(event).id(Long.toString(event.number())).name("alert"));
    }

    private List<EventView> read(AtomicLong told, Locale language) {
        List<EventView> events = book.after(told.get(), AT_A_TIME, language);
        events.forEach(event -> told.set(event.number()));
        return events;
    }

    private static long number(@Nullable String last) {
        try {
            return last == null ? -1 : Math.max(0, Long.parseLong(last));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
