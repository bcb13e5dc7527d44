package org.protocolgate.alert;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AlertEvents extends GenericRepository<AlertEvent, Long> {

    void saveAll(List<AlertEvent> events);

    @Query("select coalesce(max(number), 0) from alert_event where study = :study")
    long last(String study);

    /** The number of the last thing that happened before a moment. */
    @Query("select coalesce(max(number), 0) from alert_event where study = :study and at < :moment")
    long lastBefore(String study, Instant moment);

    @Query("select * from alert_event where study = :study and number > :after order by number limit :size")
    List<AlertEvent> after(String study, long after, int size);

    /** The number of the event since which an alert waits to be acknowledged, or 0. */
    @Query("select coalesce(max(number), 0) from alert_event where alert = :alert"
            + " and kind in ('RAISED', 'CHANGED', 'ESCALATED')")
    long waitingSince(UUID alert);
}
