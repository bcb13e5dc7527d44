package org.protocolgate.alert;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AlertEvents extends GenericRepository<AlertEvent, Long> {

    @Query("insert into alert_event (study, number, alert, kind, severity, at) values"
            + " (:study, :number, :alert, :kind, :severity, :at)")
    void add(String study, long number, java.util.UUID alert, String kind, String severity, java.time.Instant at);

    @Query("select coalesce(max(number), 0) from alert_event where study = :study")
    long last(String study);

    @Query("select * from alert_event where study = :study and number > :after order by number limit :size")
    List<AlertEvent> after(String study, long after, int size);
}
