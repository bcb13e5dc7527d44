package org.protocolgate.study;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Facts extends GenericRepository<KeptFact, UUID> {

    void saveAll(List<KeptFact> facts);

    Optional<KeptFact> findById(UUID id);

    @Query("select * from fact where participant = :participant and seq <= :known order by seq")
    List<KeptFact> known(String participant, long known);
}
