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
}
