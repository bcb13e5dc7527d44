package org.protocolgate.study;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Voidings extends GenericRepository<Voided, String> {

    void save(Voided voiding);

    Optional<Voided> findByParticipant(String participant);
}
