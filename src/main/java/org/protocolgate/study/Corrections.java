package org.protocolgate.study;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Corrections extends GenericRepository<Correction, UUID> {

    void save(Correction correction);

    void saveAll(List<Correction> corrections);

    Optional<Correction> findByFact(UUID fact);

    @Query("select * from correction where participant in (:codes) order by participant, seq")
    List<Correction> of(List<String> codes);

    @Query("select * from correction where participant = :participant and seq <= :known order by seq")
    List<Correction> known(String participant, long known);
}
