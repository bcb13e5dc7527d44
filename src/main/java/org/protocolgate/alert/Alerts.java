package org.protocolgate.alert;

import io.micronaut.core.annotation.Introspected;
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

    /** Those of some participants that are not resolved. */
    @Query("select * from alert where participant in (:participants) and open_key is not null order by raised_at, id")
    List<Alert> open(List<String> participants);

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

    /** Those that are not resolved, the most urgent first; what was put off comes last. */
    @Query("""
            select * from alert where study = :study and open_key is not null
            order by case when snoozed_until > :now then 1 else 0 end,
                case severity when 'STOP' then 0 when 'ACTION' then 1 else 2 end, raised_at desc, id desc
            limit :size offset :from""")
    List<Alert> urgent(String study, Instant now, int from, int size);

    @Query("select count(*) from alert where study = :study and open_key is not null")
    int countOpen(String study);

    /** Of those, the ones that nobody has acknowledged or put off. */
    @Query("""
            select * from alert where study = :study and open_key is not null and acknowledged_at is null
                and (snoozed_until is null or snoozed_until <= :now)
            order by case severity when 'STOP' then 0 when 'ACTION' then 1 else 2 end, raised_at desc, id desc
            limit :size""")
    List<Alert> unseen(String study, Instant now, int size);

    /** How urgent it is for each participant. */
    @Introspected
    record Urgency(
            String participant,
            int stops,
            int actions,
            int infos,
            @Nullable LocalDate due) {}

    /** Of each participant with alerts that are neither resolved nor put off, how many there are and when the first is due. */
    @Query("""
            select participant, cast(sum(case when severity = 'STOP' then 1 else 0 end) as integer) as stops,
                cast(sum(case when severity = 'ACTION' then 1 else 0 end) as integer) as actions,
                cast(sum(case when severity = 'INFO' then 1 else 0 end) as integer) as infos, min(due) as due
            from alert where study = :study and participant is not null and open_key is not null
                and (snoozed_until is null or snoozed_until <= :now)
            group by participant""")
    List<Urgency> urgencies(String study, Instant now);

    /** Of a severity, those that are not resolved nor put off, the oldest first. */
    @Query("select * from alert where study = :study and severity = :severity and open_key is not null"
            + " and (snoozed_until is null or snoozed_until <= :now) order by raised_at, id limit :size")
    List<Alert> pressing(String study, Severity severity, Instant now, int size);

    @Query("select count(*) from alert where study = :study and severity = :severity and open_key is not null"
            + " and (snoozed_until is null or snoozed_until <= :now)")
    long countPressing(String study, Severity severity, Instant now);

    /** Those that were resolved by what is numbered after one and up to another, the oldest first. */
    @Query("select * from alert where open_key is null and id in (select alert from alert_event where study = :study"
            + " and kind = 'RESOLVED' and number > :after and number <= :last) order by resolved_at, id limit :size")
    List<Alert> resolved(String study, long after, long last, int size);

    @Query("select count(distinct alert) from alert_event where study = :study and kind = 'RESOLVED'"
            + " and number > :after and number <= :last")
    long countResolved(String study, long after, long last);

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
