package org.protocolgate.sweep;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Chunks extends GenericRepository<Chunk, UUID> {

    void saveAll(List<Chunk> chunks);

    @Query("select * from sweep_chunk where sweep = :sweep and number = :number")
    Optional<Chunk> find(UUID sweep, int number);

    @Query("select * from sweep_chunk where sweep = :sweep order by number")
    List<Chunk> ofSweep(UUID sweep);

    /** Notes that participants are done, unless somebody else has come further meanwhile; tells whether it was noted. */
    @Query("""
            update sweep_chunk set position = :to, participants = participants + :participants, inactive = inactive + :inactive,
                asked = asked + :asked, changed = changed + :changed, alerted = alerted + :alerted, failed = failed + :failed
            where sweep = :sweep and number = :number and position = :from""")
    int advance(
            UUID sweep,
            int number,
            String from,
            String to,
            int participants,
            int inactive,
            int asked,
            int changed,
            int alerted,
            int failed);

    @Query("update sweep_chunk set done_at = :at where sweep = :sweep and number = :number and done_at is null")
    void done(UUID sweep, int number, Instant at);

    @Query("insert into sweep_failure (sweep, participant, fault, at) values (:sweep, :participant, :fault, :at)"
            + " on conflict do nothing")
    void failed(UUID sweep, String participant, String fault, Instant at);
}
