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
interface Sweeps extends GenericRepository<Sweep, UUID> {

    void save(Sweep sweep);

    Optional<Sweep> findById(UUID id);

    @Query("select * from sweep where study = :study order by started_at desc, id desc limit :size")
    List<Sweep> newest(String study, int size);

    /** Finishes it, if all of it is done and nobody has finished it; tells whether it was finished now. */
    @Query("""
            update sweep set finished_at = :at where id = :id and finished_at is null
                and not exists (select 1 from sweep_chunk c where c.sweep = :id and c.done_at is null)""")
    int finish(UUID id, Instant at);
}
