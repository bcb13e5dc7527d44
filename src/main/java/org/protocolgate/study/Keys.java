package org.protocolgate.study;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Keys extends GenericRepository<Answered, String> {

    void save(Answered answered);

    Optional<Answered> findByParticipantAndName(String participant, String name);
}
