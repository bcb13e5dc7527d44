package org.protocolgate.study;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Decisions extends GenericRepository<Made, UUID> {

    void save(Made decision);

    Optional<Made> findById(UUID id);

    /** Newest first, those before a given one. */
    @Query("select * from decision where participant = :participant and seq < :before order by seq desc limit :size")
    List<Made> history(String participant, long before, int size);

    /** By what was known when it was made: the newest decision on each gate and day. */
    @Query("""
            select d.* from decision d where d.participant = :participant and d.as_known_at is null
                and not exists (select 1 from decision n where n.participant = d.participant and n.gate = d.gate
                    and n.gate_day = d.gate_day and n.as_known_at is null and n.seq > d.seq)
            order by d.seq""")
    List<Made> newestOfEachQuestion(String participant);

    /** The newest decision on a gate, by what was known when it was made. */
    @Query("select * from decision where participant = :participant and gate = :gate and as_known_at is null"
            + " order by seq desc limit 1")
    Optional<Made> newest(String participant, String gate);
}
