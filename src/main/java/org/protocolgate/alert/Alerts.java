package org.protocolgate.alert;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Alerts extends GenericRepository<Alert, UUID> {

    void saveAll(List<Alert> alerts);

    Optional<Alert> findById(UUID id);

    /** Those of a participant that are not resolved. */
    @Query("select * from alert where participant = :participant and open_key is not null order by raised_at, id")
    List<Alert> open(String participant);

    /** A page, newest first; the most urgent first where only open ones are asked for is left to the reader. */
    @Query("""
            select * from alert where study = :study
                and (cast(:participant as varchar) is null or participant = cast(:participant as varchar))
                and (cast(:severity as varchar) is null or severity = cast(:severity as varchar))
                and (cast(:open as boolean) is null or (open_key is not null) = cast(:open as boolean))
                and (cast(:before as uuid) is null or id < cast(:before as uuid))
            order by id desc limit :size""")
    List<Alert> page(
            String study,
            @Nullable String participant,
            @Nullable String severity,
            @Nullable Boolean open,
            @Nullable UUID before,
            int size);

    @Query("update alert set severity = :severity, body = :body, due = :due, changed_at = :at where id = :id")
    void change(UUID id, Severity severity, String body, @Nullable LocalDate due, Instant at);

    /** Who has seen it, or put it off, has not seen what it became. */
    @Query("update alert set acknowledged_at = null, acknowledged_by = null, comment = null, snoozed_until = null,"
            + " escalations = 0 where id = :id")
    void renew(UUID id);

    @Query("update alert set open_key = null, resolved_at = :at, changed_at = :at where id = :id")
    void resolve(UUID id, Instant at);

    @Query(
            "update alert set acknowledged_at = :at, acknowledged_by = :by, comment = :comment, changed_at = :at where id = :id")
    void acknowledge(UUID id, String by, String comment, Instant at);

    @Query("update alert set snoozed_until = :until, changed_at = :at where id = :id")
    void snooze(UUID id, Instant until, Instant at);

    @Query("update alert set escalations = escalations + 1, changed_at = :at where id = :id")
    void escalate(UUID id, Instant at);
}
