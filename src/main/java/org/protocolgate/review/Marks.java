package org.protocolgate.review;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Marks extends GenericRepository<Mark, UUID> {

    void save(Mark mark);

    Optional<Mark> findById(UUID id);

    @Query("select * from review_mark where decision = :decision order by id")
    List<Mark> ofDecision(UUID decision);

    @Query("select * from review_mark where entry in (:entries) order by id")
    List<Mark> ofEntries(List<UUID> entries);
}
