package org.protocolgate.cds;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface KeptCards extends GenericRepository<KeptCard, UUID> {

    void saveAll(List<KeptCard> cards);

    Optional<KeptCard> findById(UUID id);
}
