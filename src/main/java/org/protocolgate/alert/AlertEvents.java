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

    @Query("insert into alert_event (study, number, alert, kind, severity, at) values"
            + " (:study, :number, :alert, :kind, :severity, :at)")
    void add(String study, long number, UUID alert, String kind, String severity, Instant at);

    @Query("select coalesce(max(number), 0) from alert_event where study = :study")
    long last(String study);

    /** The number of the last thing that happened before a moment. */
    @Query("select coalesce(max(number), 0) from alert_event where study = :study and at < :moment")
    long lastBefore(String study, Instant moment);

    @Query("select * from alert_event where study = :study and number > :after order by number limit :size")
    List<AlertEvent> after(String study, long after, int size);
}
