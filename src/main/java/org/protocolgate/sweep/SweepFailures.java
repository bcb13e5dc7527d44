package org.protocolgate.sweep;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SweepFailures extends GenericRepository<SweepFailure, UUID> {

    @Query("select * from sweep_failure where sweep = :sweep order by participant limit :size")
    List<SweepFailure> ofSweep(UUID sweep, int size);
}
