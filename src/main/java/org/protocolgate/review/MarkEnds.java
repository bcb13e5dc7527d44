package org.protocolgate.review;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface MarkEnds extends GenericRepository<MarkEnd, UUID> {

    void save(MarkEnd end);

    Optional<MarkEnd> findById(UUID id);

    @Query("select * from review_mark_end where id in (:marks)")
    List<MarkEnd> of(List<UUID> marks);
}
